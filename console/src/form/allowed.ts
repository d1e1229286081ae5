import { say, type Text } from '../language/language';
import { count, size } from '../language/numbers';
import type { PictureLimits } from '../server/description';

const texts = {
  bytes: { en: 'up to {most}', zh: '不超过 {most}' },
  sides: { en: 'sides {least} to {most} px', zh: '边长 {least} 至 {most} 像素' },
  least: { en: 'sides from {least} px', zh: '边长至少 {least} 像素' },
  most: { en: 'sides up to {most} px', zh: '边长不超过 {most} 像素' },
  short: { en: 'shorter side up to {most} px', zh: '短边不超过 {most} 像素' },
  long: { en: 'longer side from {least} px', zh: '长边至少 {least} 像素' },
  pixels: { en: 'up to {most} pixels in all', zh: '总像素不超过 {most}' },
  ratio: { en: 'longer at most {most} × shorter', zh: '长边不超过短边的 {most} 倍' },
} satisfies Record<string, Text>;

function sides({ minSide, maxSide }: PictureLimits): string[] {
  if (minSide !== undefined && maxSide !== undefined) {
    return [say(texts.sides, { least: count(minSide), most: count(maxSide) })];
  }
  return [
    ...(minSide === undefined ? [] : [say(texts.least, { least: count(minSide) })]),
    ...(maxSide === undefined ? [] : [say(texts.most, { most: count(maxSide) })]),
  ];
}

/** The limits of a picture, for people to read before they meet one. */
export function allowed(limits: PictureLimits): string {
  const { formats, maxBytes, minLongSide, maxShortSide, maxPixels, maxRatio } = limits;
  const list = [
    ...(formats ? [formats.join(', ')] : []),
    ...(maxBytes === undefined ? [] : [say(texts.bytes, { most: size(maxBytes) })]),
    ...sides(limits),
    ...(minLongSide === undefined ? [] : [say(texts.long, { least: count(minLongSide) })]),
    ...(maxShortSide === undefined ? [] : [say(texts.short, { most: count(maxShortSide) })]),
    ...(maxPixels === undefined ? [] : [say(texts.pixels, { most: count(maxPixels) })]),
    ...(maxRatio === undefined ? [] : [say(texts.ratio, { most: count(maxRatio) })]),
  ];
  return list.join(' · ');
}
