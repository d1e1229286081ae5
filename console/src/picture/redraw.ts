import type { PictureLimits } from '../server/description';
import { factorWithin } from './limits';
import { drawn, type FilePicture, filePicture } from './picture';

const QUALITY = [0.92, 0.85, 0.75, 0.6];

/** A canvas with an image at a size, smoothly scaled. */
export function canvasOf(image: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) {
    throw new Error('this browser has no 2D canvas');
  }
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, width, height);
  return canvas;
}

export function encoded(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) =>
      blob ? resolve(blob) : reject(new Error(`no ${type} could be written`));
    canvas.toBlob(take, type, quality);
  });
}

/**
 * A picture drawn anew as a PNG, or as a JPEG where a PNG would be too large, within the limits; its sides keep their
 * ratio.
 */
export async function redrawn(picture: FilePicture, limits: PictureLimits): Promise<FilePicture> {
  const image = picture.shown ? await drawn(picture.shown) : null;
  if (!image) {
    throw new Error('the browser cannot draw this picture');
  }
  const factor = factorWithin(picture.width, picture.height, limits);
  const canvas = canvasOf(image, Math.floor(picture.width * factor), Math.floor(picture.height * factor));
  const { maxBytes = Infinity } = limits;
  const stem = picture.name.replace(/\.[^.]*$/, '');
  const png = picture.format === 'JPEG' ? null : await encoded(canvas, 'image/png');
  if (png && png.size <= maxBytes) {
    return filePicture(png, `${stem}.png`);
  }
  let jpeg: Blob | null = null;
  for (const quality of QUALITY) {
    jpeg = await encoded(canvas, 'image/jpeg', quality);
    if (jpeg.size <= maxBytes) {
      break;
    }
  }
  return filePicture(jpeg as Blob, `${stem}.jpg`);
}
