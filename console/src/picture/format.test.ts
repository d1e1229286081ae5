import { expect, test } from 'vitest';
import { formatOf } from './format';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['JPEG', '\u00ff\u00d8\u00ff\u00e0'],
  ['PNG', '\u0089PNG\r\n\u001a\n'],
  ['BMP', 'BM123456'],
  ['WEBP', 'RIFF1234WEBPVP8 '],
  ['GIF', 'GIF89a'],
  ['HEIC', '\u0000\u0000\u0000\u0018ftypheic'],
])('%s is known by its first bytes', (format, head) => {
  expect(formatOf(bytes(head))).toBe(format);
});

test('a text is no picture, whatever it is called', () => {
  expect(formatOf(bytes('<svg xmlns='))).toBeNull();
  expect(formatOf(new Uint8Array())).toBeNull();
});
