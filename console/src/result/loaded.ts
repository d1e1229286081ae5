import { useEffect, useState } from 'preact/hooks';
import { drawn, nearby } from '../picture/picture';
import { alphaBox, type Box } from '../picture/pixels';
import { canvasOf } from '../picture/redraw';
import type { Cutout, Outcome } from './outcome';

/** A cutout with its pixels. @property box where it is in the source, found from its alpha if the answer does not say */
export interface Placed {
  readonly cutout: Cutout;
  readonly image: HTMLImageElement;
  readonly box: Box;
}

/**
 * A result that can be drawn.
 *
 * @property photo the source; null where the page may not draw it
 * @property aligned whether cutouts lie on the source pixel by pixel
 */
export interface Loaded {
  readonly photo: HTMLImageElement | null;
  readonly placed: readonly Placed[];
  readonly aligned: boolean;
  readonly width: number;
  readonly height: number;
}

export function pixelsOf(image: HTMLImageElement): ImageData {
  const { naturalWidth: width, naturalHeight: height } = image;
  const pen = canvasOf(image, width, height).getContext('2d') as CanvasRenderingContext2D;
  return pen.getImageData(0, 0, width, height);
}

function whole(image: HTMLImageElement): Box {
  return { x: 0, y: 0, width: image.naturalWidth, height: image.naturalHeight };
}

async function place(cutout: Cutout, several: boolean): Promise<Placed> {
  const image = await drawn(nearby(cutout.address));
  if (!image) {
    throw new Error(`the result at ${cutout.address} cannot be drawn`);
  }
  const found = cutout.box ?? (several && alphaBox(pixelsOf(image))) ?? null;
  return { cutout, image, box: found || whole(image) };
}

function sameSize(photo: HTMLImageElement | null, { cutout, image }: Placed): boolean {
  return (
    cutout.box !== null ||
    (photo?.naturalWidth === image.naturalWidth && photo.naturalHeight === image.naturalHeight)
  );
}

export async function load(outcome: Outcome, shown: string | null): Promise<Loaded> {
  const source = shown ?? (outcome.source && nearby(outcome.source));
  const photo = source ? await drawn(source) : null;
  const several = outcome.cutouts.length > 1 || outcome.source !== null;
  const placed = await Promise.all(outcome.cutouts.map((cutout) => place(cutout, several)));
  const aligned = photo !== null && placed.every((one) => sameSize(photo, one));
  const frame = aligned ? photo : placed[0]?.image;
  return { photo, placed, aligned, width: frame?.naturalWidth ?? 1, height: frame?.naturalHeight ?? 1 };
}

/** The result once it is loaded; null until then. */
export function useLoaded(outcome: Outcome, shown: string | null): Loaded | Error | null {
  const [loaded, setLoaded] = useState<Loaded | Error | null>(null);
  useEffect(() => {
    let wanted = true;
    setLoaded(null);
    load(outcome, shown).then(
      (done) => wanted && setLoaded(done),
      (failure) => wanted && setLoaded(failure as Error),
    );
    return () => {
      wanted = false;
    };
  }, [outcome, shown]);
  return loaded;
}
