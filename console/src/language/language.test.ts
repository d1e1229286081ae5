import { expect, test } from 'vitest';
import { filled, preferred } from './language';

test('the first language of the browser that the page speaks is taken', () => {
  expect(preferred(['de-DE', 'zh-TW', 'en'])).toBe('zh');
  expect(preferred(['en-GB', 'zh-CN'])).toBe('en');
});

test('a browser of none of them gets English', () => {
  expect(preferred(['de', 'fr'])).toBe('en');
  expect(preferred([])).toBe('en');
});

test('values go where their names are, and a name without a value stays to be seen', () => {
  expect(filled('{a} of {b}', { a: 1 })).toBe('1 of {b}');
});
