import { expect, test } from 'vitest';
import { addressIn } from './taking';

test('addresses of the web and pictures in an address are taken', () => {
  expect(addressIn(' https://host/a.jpg?x=1\n')).toBe('https://host/a.jpg?x=1');
  expect(addressIn('data:image/png;base64,AAAA')).toBe('data:image/png;base64,AAAA');
});

test.each(['', 'photo.jpg', 'ftp://host/a.jpg', 'javascript:alert(1)', 'http://a b', 'data:text/html,x'])(
  '%j is no address of a picture',
  (text) => {
    expect(addressIn(text)).toBeNull();
  },
);
