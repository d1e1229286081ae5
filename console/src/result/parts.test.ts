import { expect, test } from 'vitest';
import { coloured, inOrder, partColour, parts, partTitle } from './parts';

const documented = 'skin l_brow r_brow l_eye r_eye nose u_lip l_lip l_ear r_ear mouth'.split(' ');

test('every part that the API has is in the legend, under a colour of its own', () => {
  expect(Object.keys(parts).toSorted()).toEqual(documented.toSorted());
  expect(new Set(documented.map((name) => partColour(name).join())).size).toBe(documented.length);
});

test('skin lies below what is in it', () => {
  expect(inOrder(['nose', 'mouth', 'skin'])).toEqual(['skin', 'nose', 'mouth']);
});

test('a part that the page does not know is shown by its name, last', () => {
  expect(inOrder(['glasses', 'skin'])).toEqual(['skin', 'glasses']);
  expect(partTitle('glasses').en).toBe('glasses');
});

test('a coloured part is as opaque as the part', () => {
  const pixels = new Uint8ClampedArray([9, 9, 9, 255, 0, 0, 0, 64]);
  expect([...coloured(pixels, [1, 2, 3])]).toEqual([1, 2, 3, 255, 1, 2, 3, 64]);
});
