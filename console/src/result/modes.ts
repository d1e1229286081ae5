import type { Parameters } from '../call/call';
import type { Text } from '../language/language';
import type { Action } from '../server/description';

/** The ways to look at a result. */
export type Mode = 'cutout' | 'boxes' | 'map' | 'mask' | 'masked';

export const modeTitles: Readonly<Record<Mode, Text>> = {
  cutout: { en: 'Cutout', zh: '抠图' },
  boxes: { en: 'Boxes', zh: '边框' },
  map: { en: 'Map', zh: '分区图' },
  mask: { en: 'Mask', zh: '掩码' },
  masked: { en: 'Applied to the photo', zh: '应用到原图' },
};

/**
 * The ways that fit a result, the best first.
 * @param aligned whether the photo is there and cutouts lie on it
 */
export function modesOf(action: Action, parameters: Parameters, aligned: boolean): readonly Mode[] {
  const isMask = action.name === 'RefineMask' || parameters.ReturnForm === 'mask';
  if (isMask) {
    return aligned ? ['mask', 'masked'] : ['mask'];
  }
  if (action.result.parts) {
    return ['map', 'cutout'];
  }
  return action.result.elements && aligned ? ['boxes', 'cutout'] : ['cutout'];
}
