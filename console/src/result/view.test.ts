import { expect, test } from 'vitest';
import { fitted, held, moved, zoomedAt } from './view';

const viewer = { width: 800, height: 600 };

test('a wide picture fills the width and lies in the middle', () => {
  expect(fitted({ width: 1600, height: 400 }, viewer)).toEqual({ scale: 0.5, x: 0, y: 200 });
});

test('a tiny picture is magnified four times at most', () => {
  expect(fitted({ width: 10, height: 10 }, viewer)).toEqual({ scale: 4, x: 380, y: 280 });
});

test('what is under the pointer stays there when zooming', () => {
  const before = { scale: 0.5, x: 0, y: 200 };
  const after = zoomedAt(before, 2, { x: 100, y: 250 });
  const seen = ({ scale, x, y }: typeof before) => [(100 - x) / scale, (250 - y) / scale];
  expect(seen(after)).toEqual(seen(before));
});

test('magnification ends at 32 screen pixels for one of the picture', () => {
  expect(zoomedAt({ scale: 30, x: 0, y: 0 }, 90, { x: 0, y: 0 }).scale).toBe(32);
});

test('a picture cannot be pushed out of sight', () => {
  const picture = { width: 1600, height: 1200 };
  const view = held(moved({ scale: 1, x: 0, y: 0 }, -9000, 9000), picture, viewer);
  expect(view).toEqual({ scale: 1, x: 200 - 1600, y: 450 });
});
