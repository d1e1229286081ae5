import { expect, test } from 'vitest';
import { filled } from '../language/language';
import type { PictureLimits } from '../server/description';
import { breaches, factorWithin } from './limits';
import type { FilePicture } from './picture';

const MB = 1024 * 1024;
const commodity: PictureLimits = {
  formats: ['JPEG', 'PNG', 'BMP', 'WEBP'],
  maxBytes: 3 * MB,
  minSide: 1,
  maxSide: 1279,
};
const head: PictureLimits = {
  minLongSide: 33,
  maxSide: 8000,
  maxShortSide: 2000,
  maxPixels: 7_999_999,
  maxRatio: 16,
};

function photo(change: Partial<FilePicture> = {}, bytes = 1000): FilePicture {
  const file = new Blob([new Uint8Array(bytes)]);
  return {
    kind: 'file',
    name: 'a.jpg',
    file,
    format: 'JPEG',
    width: 640,
    height: 480,
    shown: 'blob:a',
    ...change,
  };
}

function said(picture: FilePicture, limits: PictureLimits, language: 'en' | 'zh' = 'en'): string[] {
  return breaches(picture, limits).map(({ text, values }) => filled(text[language], values));
}

test('a picture within all limits breaks none', () => {
  expect(said(photo(), commodity)).toEqual([]);
});

test('a limit itself is within', () => {
  expect(said(photo({ width: 1279, height: 1 }, 3 * MB), commodity)).toEqual([]);
});

test('each breach names the limit, what was found and what is allowed', () => {
  expect(said(photo({ format: 'GIF', width: 1280, height: 20 }, 4 * MB), commodity)).toEqual([
    'Format: this file is GIF; allowed are JPEG, PNG, BMP, WEBP.',
    'File size: 4 MB; at most 3 MB is allowed.',
    'Longer side: 1,280 pixels; at most 1,279 is allowed.',
  ]);
});

test('the same is said in Chinese', () => {
  expect(said(photo({ format: 'GIF' }), commodity, 'zh')).toEqual([
    '格式：此文件是 GIF，允许的格式为 JPEG, PNG, BMP, WEBP。',
  ]);
});

test('sides have limits of several kinds', () => {
  expect(said(photo({ width: 8001, height: 500 }), head)).toEqual([
    'Longer side: 8,001 pixels; at most 8,000 is allowed.',
    'Sides: the longer is 16.01 times the shorter; at most 16 times is allowed.',
  ]);
  expect(said(photo({ width: 32, height: 32 }), head)).toEqual([
    'Longer side: 32 pixels; at least 33 is allowed.',
  ]);
  expect(said(photo({ width: 4000, height: 2001 }), head)).toEqual([
    'Shorter side: 2,001 pixels; at most 2,000 is allowed.',
    'Pixels: 8,004,000 in all; at most 7,999,999 are allowed.',
  ]);
});

test('what no drawing anew would mend is not offered to be mended', () => {
  expect(breaches(photo({ width: 20, height: 20 }), head).map((breach) => breach.mendable)).toEqual([false]);
  expect(breaches(photo({ format: null, shown: null }), commodity).map((breach) => breach.mendable)).toEqual([
    false,
  ]);
});

test('a factor brings every side within its limit and enlarges nothing', () => {
  expect(factorWithin(2558, 100, commodity)).toBe(0.5);
  expect(factorWithin(100, 100, commodity)).toBe(1);
  expect(factorWithin(4000, 4000, head)).toBeCloseTo(0.5);
});
