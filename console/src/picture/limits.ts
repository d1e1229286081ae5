import type { Text, Values } from '../language/language';
import { count, size } from '../language/numbers';
import type { PictureLimits } from '../server/description';
import type { FilePicture } from './picture';

/** A limit that a picture is beyond: what is said about it, and whether drawing it anew in the browser would help. */
export interface Breach {
  readonly text: Text;
  readonly values: Values;
  readonly mendable: boolean;
}

const texts = {
  format: {
    en: 'Format: this file is {found}; allowed are {allowed}.',
    zh: '格式：此文件是 {found}，允许的格式为 {allowed}。',
  },
  unknown: {
    en: 'Format: this file is no picture that is known here; allowed are {allowed}.',
    zh: '格式：无法识别此文件，允许的格式为 {allowed}。',
  },
  bytes: {
    en: 'File size: {found}; at most {allowed} is allowed.',
    zh: '文件大小：{found}，最多允许 {allowed}。',
  },
  least: {
    en: 'Shorter side: {found} pixels; at least {allowed} is allowed.',
    zh: '短边：{found} 像素，至少需要 {allowed} 像素。',
  },
  leastLong: {
    en: 'Longer side: {found} pixels; at least {allowed} is allowed.',
    zh: '长边：{found} 像素，至少需要 {allowed} 像素。',
  },
  most: {
    en: 'Longer side: {found} pixels; at most {allowed} is allowed.',
    zh: '长边：{found} 像素，最多允许 {allowed} 像素。',
  },
  mostShort: {
    en: 'Shorter side: {found} pixels; at most {allowed} is allowed.',
    zh: '短边：{found} 像素，最多允许 {allowed} 像素。',
  },
  pixels: {
    en: 'Pixels: {found} in all; at most {allowed} are allowed.',
    zh: '像素总数：{found}，最多允许 {allowed}。',
  },
  ratio: {
    en: 'Sides: the longer is {found} times the shorter; at most {allowed} times is allowed.',
    zh: '边长比：长边是短边的 {found} 倍，最多允许 {allowed} 倍。',
  },
} satisfies Record<string, Text>;

function formatBreach(picture: FilePicture, formats: readonly string[] | undefined): Breach[] {
  if (!formats || (picture.format && formats.includes(picture.format))) {
    return [];
  }
  const values = { found: picture.format ?? '', allowed: formats.join(', ') };
  return [{ text: picture.format ? texts.format : texts.unknown, values, mendable: picture.shown !== null }];
}

function sideBreaches(picture: FilePicture, limits: PictureLimits): Breach[] {
  const long = Math.max(picture.width, picture.height);
  const short = Math.min(picture.width, picture.height);
  const found: Breach[] = [];
  const compare = (broken: boolean, text: Text, value: number, allowed: number, mendable: boolean) => {
    if (broken) {
      found.push({ text, values: { found: count(value), allowed: count(allowed) }, mendable });
    }
  };
  const { minSide = 0, minLongSide = 0, maxSide = Infinity, maxShortSide = Infinity } = limits;
  const { maxPixels = Infinity, maxRatio = Infinity } = limits;
  compare(short < minSide, texts.least, short, minSide, false);
  compare(long < minLongSide, texts.leastLong, long, minLongSide, false);
  compare(long > maxSide, texts.most, long, maxSide, true);
  compare(short > maxShortSide, texts.mostShort, short, maxShortSide, true);
  compare(long * short > maxPixels, texts.pixels, long * short, maxPixels, true);
  compare(long > short * maxRatio, texts.ratio, Math.ceil((long / short) * 100) / 100, maxRatio, false);
  return found;
}

/** What the server would refuse about a picture, found before it is sent. */
export function breaches(picture: FilePicture, limits: PictureLimits): readonly Breach[] {
  const found = formatBreach(picture, limits.formats);
  if (limits.maxBytes !== undefined && picture.file.size > limits.maxBytes) {
    const values = { found: size(picture.file.size), allowed: size(limits.maxBytes) };
    found.push({ text: texts.bytes, values, mendable: picture.shown !== null });
  }
  return picture.shown ? [...found, ...sideBreaches(picture, limits)] : found;
}

/** The largest factor, at most 1, at which a picture's sides are within the limits. */
export function factorWithin(width: number, height: number, limits: PictureLimits): number {
  const { maxSide = Infinity, maxShortSide = Infinity, maxPixels = Infinity } = limits;
  return Math.min(
    1,
    maxSide / Math.max(width, height),
    maxShortSide / Math.min(width, height),
    Math.sqrt(maxPixels / (width * height)),
  );
}
