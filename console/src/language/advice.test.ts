import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { advice } from './advice';

const server = new URL('../../../server/src/main/java/io/imageseg/server/', import.meta.url);

function codesIn(file: string, pattern: RegExp): readonly string[] {
  return [...readFileSync(new URL(file, server), 'utf8').matchAll(pattern)].map(([, code]) => code ?? '');
}

const refusals = ['console', 'http'].flatMap((room) =>
  readdirSync(new URL(`${room}/`, server)).map((file) => `${room}/${file}`),
);
const codes = codesIn('api/ErrorCode.java', /^ {4}[A-Z_]+\(\d{3}, "([^"]+)"\)/gm);
const consoleCodes = refusals.flatMap((file) =>
  codesIn(file, /new ConsoleException\(\s*\d{3},\s*"([^"]+)"/g),
);

test('the server has its codes where this test reads them', () => {
  expect(codes).toContain('InvalidImage.Content');
  expect(codes.length).toBeGreaterThan(25);
  expect(consoleCodes).toEqual(
    expect.arrayContaining(['SessionExpired', 'NoOperator', 'CutOff', 'TooLarge']),
  );
});

test.each([...new Set([...codes, ...consoleCodes])])(
  '%s has something to do about it in both languages',
  (code) => {
    expect(advice[code]?.en).toMatch(/\S/);
    expect(advice[code]?.zh).toMatch(/[\u4e00-\u9fff]/);
  },
);
