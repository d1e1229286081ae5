import type { Data } from '../call/call';
import type { Box } from '../picture/pixels';
import type { ResultShape } from '../server/description';

/** One picture of a result. @property box where it belongs in the source; null where it has the source's size */
export interface Cutout {
  readonly key: string;
  readonly address: string;
  readonly part: string | null;
  readonly box: Box | null;
  readonly confidence: number | null;
}

/** @property source the photo as the server read it, where the answer has it */
export interface Outcome {
  readonly cutouts: readonly Cutout[];
  readonly source: string | null;
}

interface Element {
  readonly ImageURL?: string;
  readonly OriginImageURL?: string;
  readonly Name?: string;
  readonly Confidence?: number;
  readonly X?: number;
  readonly Y?: number;
  readonly Width?: number;
  readonly Height?: number;
}

function cutoutOf(element: Element, index: number, shape: ResultShape): Cutout[] {
  if (!element.ImageURL) {
    return [];
  }
  const { X, Y, Width, Height } = element;
  const placed =
    shape.boxes && X !== undefined && Y !== undefined && Width !== undefined && Height !== undefined;
  return [
    {
      key: element.Name ?? String(index + 1),
      address: element.ImageURL,
      part: element.Name ?? null,
      box: placed ? { x: X, y: Y, width: Width, height: Height } : null,
      confidence: element.Confidence ?? null,
    },
  ];
}

/** The pictures of an action's Data: `ImageURL`, or that of each of `Elements`. */
export function outcomeOf(data: Data, shape: ResultShape): Outcome {
  const whole = data as Element & { readonly Elements?: readonly Element[] };
  const elements = shape.elements ? (whole.Elements ?? []) : [whole];
  const source = whole.OriginImageURL ?? elements.find((element) => element.OriginImageURL)?.OriginImageURL;
  return {
    cutouts: elements.flatMap((element, index) => cutoutOf(element, index, shape)),
    source: source ?? null,
  };
}
