import type { Text } from '../language/language';

/** How the server describes itself: GET /console/api/actions. */
export interface Description {
  readonly endpoint: string;
  readonly actions: readonly Action[];
  readonly errors: readonly { readonly code: string; readonly status: number }[];
}

export interface Action {
  readonly name: string;
  readonly version: string;
  readonly family: string;
  readonly title: Text;
  readonly summary: Text;
  readonly asynchronous: boolean;
  readonly parameters: readonly Parameter[];
  readonly result: ResultShape;
}

export type ParameterKind = 'image' | 'choice' | 'number' | 'text' | 'flag';

export interface Parameter extends PictureLimits {
  readonly name: string;
  readonly required: boolean;
  readonly kind: ParameterKind;
  readonly description: Text;
  readonly choices?: readonly { readonly value: string; readonly label: Text }[];
  readonly default?: string;
}

/** What a picture may be; bounds are inclusive, and what is absent is not bounded. */
export interface PictureLimits {
  readonly formats?: readonly string[];
  readonly maxBytes?: number;
  readonly minSide?: number;
  readonly minLongSide?: number;
  readonly maxSide?: number;
  readonly maxShortSide?: number;
  readonly maxPixels?: number;
  readonly maxRatio?: number;
}

/** @property boxes whether elements say where in the source they are
 * @property parts whether elements are the parts of a face */
export interface ResultShape {
  readonly pictures: readonly { readonly path: string; readonly source: boolean }[];
  readonly elements: boolean;
  readonly boxes: boolean;
  readonly parts: boolean;
}
