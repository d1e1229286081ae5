import { expect, test } from 'vitest';
import { tokens } from './highlight';
import { clients } from './programs';

const kinds = (program: string) =>
  tokens(program)
    .filter(({ kind }) => kind !== 'plain')
    .map(({ kind, text }) => `${kind} ${text}`);

test('comments, texts and keywords are told apart', () => {
  expect(kinds('// new\nString a = "new \\" // b"; return a;')).toEqual([
    'comment // new',
    'string "new \\" // b"',
    'keyword return',
  ]);
  expect(kinds("# why\nx = 'for'  # y")).toEqual(['comment # why', "string 'for'", 'comment # y']);
});

test.each(clients)('nothing of the program for $id is lost', ({ write }) => {
  const program = write({
    endpoint: 'http://127.0.0.1:8080',
    accessKeyId: 'k',
    action: 'SegmentBody',
    version: '2019-12-30',
    parameters: { ImageURL: 'http://h/#a' },
    asynchronous: true,
    pictures: 'data',
  });
  const all = tokens(program).map(({ text }) => text);
  expect(all.join('')).toBe(program);
});
