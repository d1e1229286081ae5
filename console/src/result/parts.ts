import type { Text } from '../language/language';

/** A part of a face in the map: its colour, as RGB, and its name. */
export interface Part {
  readonly rgb: readonly [number, number, number];
  readonly title: Text;
}

/** In the order they are laid over each other; left and right are the subject's own. */
export const parts: Readonly<Record<string, Part>> = {
  skin: { rgb: [232, 190, 150], title: { en: 'Skin', zh: '皮肤' } },
  l_ear: { rgb: [214, 126, 84], title: { en: 'Left ear', zh: '左耳' } },
  r_ear: { rgb: [170, 88, 58], title: { en: 'Right ear', zh: '右耳' } },
  l_brow: { rgb: [86, 180, 120], title: { en: 'Left brow', zh: '左眉' } },
  r_brow: { rgb: [30, 120, 80], title: { en: 'Right brow', zh: '右眉' } },
  l_eye: { rgb: [90, 170, 230], title: { en: 'Left eye', zh: '左眼' } },
  r_eye: { rgb: [36, 98, 190], title: { en: 'Right eye', zh: '右眼' } },
  nose: { rgb: [240, 205, 60], title: { en: 'Nose', zh: '鼻子' } },
  u_lip: { rgb: [226, 90, 130], title: { en: 'Upper lip', zh: '上唇' } },
  l_lip: { rgb: [168, 40, 90], title: { en: 'Lower lip', zh: '下唇' } },
  mouth: { rgb: [110, 70, 170], title: { en: 'Open mouth', zh: '口腔' } },
};

const unknown: readonly [number, number, number] = [130, 130, 130];

export function partTitle(name: string): Text {
  return parts[name]?.title ?? { en: name, zh: name };
}

export function partColour(name: string): readonly [number, number, number] {
  return parts[name]?.rgb ?? unknown;
}

/** Names in the order of the legend and of the map's layers; those that are not known come last. */
export function inOrder(names: readonly string[]): readonly string[] {
  const order = Object.keys(parts);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return names.toSorted((one, other) => place(one) - place(other));
}

/** RGBA pixels of one colour where a part is, as opaque as the part. */
export function coloured(
  alpha: Uint8ClampedArray,
  rgb: readonly [number, number, number],
): Uint8ClampedArray {
  const out = new Uint8ClampedArray(alpha.length);
  for (let at = 0; at < alpha.length; at += 4) {
    out.set(rgb, at);
    out[at + 3] = alpha[at + 3] ?? 0;
  }
  return out;
}
