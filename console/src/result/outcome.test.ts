import { expect, test } from 'vitest';
import { outcomeOf } from './outcome';

const whole = {
  pictures: [{ path: 'Data.ImageURL', source: false }],
  elements: false,
  boxes: false,
  parts: false,
};
const elements = {
  pictures: [{ path: 'Data.Elements[].ImageURL', source: false }],
  elements: true,
  boxes: true,
  parts: false,
};

test('one picture has the size of the source', () => {
  expect(outcomeOf({ ImageURL: 'http://h/a.png' }, whole)).toEqual({
    cutouts: [{ key: '1', address: 'http://h/a.png', part: null, box: null, confidence: null }],
    source: null,
  });
});

test('elements keep their order, their place and how sure they are', () => {
  const data = {
    Elements: [
      { X: 0, Y: 5, Width: 20, Height: 30, ImageURL: 'http://h/a.png', Confidence: 0.9 },
      { X: 40, Y: 0, Width: 10, Height: 10, ImageURL: 'http://h/b.png' },
    ],
  };
  const { cutouts } = outcomeOf(data, elements);
  expect(cutouts.map(({ key, box, confidence }) => [key, box, confidence])).toEqual([
    ['1', { x: 0, y: 5, width: 20, height: 30 }, 0.9],
    ['2', { x: 40, y: 0, width: 10, height: 10 }, null],
  ]);
});

test('parts of a face have names, and the photo comes with them', () => {
  const data = {
    OriginImageURL: 'http://h/o.png',
    Elements: [{ Name: 'l_brow', ImageURL: 'http://h/l.png' }],
  };
  const found = outcomeOf(data, { ...elements, boxes: false, parts: true });
  expect(found.source).toBe('http://h/o.png');
  expect(found.cutouts[0]).toMatchObject({ key: 'l_brow', part: 'l_brow', box: null });
});

test('the photo may stand beside each element instead', () => {
  const data = { Elements: [{ OriginImageURL: 'http://h/o.png', ImageURL: 'http://h/a.png' }] };
  expect(outcomeOf(data, { ...elements, boxes: false }).source).toBe('http://h/o.png');
});
