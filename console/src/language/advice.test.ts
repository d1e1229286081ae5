import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { advice } from './advice';

const declared = new URL(
  '../../../server/src/main/java/io/imageseg/server/api/ErrorCode.java',
  import.meta.url,
);
const codes = [...readFileSync(declared, 'utf8').matchAll(/^ {4}[A-Z_]+\(\d{3}, "([^"]+)"\)/gm)].map(
  ([, code]) => code,
);

test('the server has its codes where this test reads them', () => {
  expect(codes).toContain('InvalidImage.Content');
  expect(codes.length).toBeGreaterThan(25);
});

test.each(codes)('%s has something to do about it in both languages', (code) => {
  expect(advice[code as string]?.en).toMatch(/\S/);
  expect(advice[code as string]?.zh).toMatch(/[\u4e00-\u9fff]/);
});
