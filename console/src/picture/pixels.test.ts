import { expect, test } from 'vitest';
import { alphaBox } from './pixels';

function pixels(width: number, height: number, opaque: readonly (readonly [number, number])[]) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (const [x, y] of opaque) {
    data[(y * width + x) * 4 + 3] = 1;
  }
  return { data, width, height };
}

test('the box of what is not clear is tight', () => {
  expect(
    alphaBox(
      pixels(5, 4, [
        [1, 2],
        [3, 1],
      ]),
    ),
  ).toEqual({ x: 1, y: 1, width: 3, height: 2 });
});

test('a clear picture has no box', () => {
  expect(alphaBox(pixels(3, 3, []))).toBeNull();
});
