import { type Format, formatOf, HEAD } from './format';

/** A picture that was chosen in the browser. {@code shown} is an address that the page may draw. */
export interface FilePicture {
  readonly kind: 'file';
  readonly name: string;
  readonly file: Blob;
  readonly format: Format | null;
  readonly width: number;
  readonly height: number;
  readonly shown: string | null;
}

/** A picture at an address, which the server fetches; the page draws it only where it is the server's own. */
export interface AddressPicture {
  readonly kind: 'address';
  readonly address: string;
}

export type Picture = FilePicture | AddressPicture;

/** Decodes what the browser can decode, turned upright as the server turns it; null where it cannot. */
export async function drawn(shown: string): Promise<HTMLImageElement | null> {
  const image = new Image();
  image.src = shown;
  try {
    await image.decode();
    return image;
  } catch {
    return null;
  }
}

export async function filePicture(file: Blob, name: string): Promise<FilePicture> {
  const format = formatOf(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));
  const shown = URL.createObjectURL(file);
  const image = await drawn(shown);
  if (!image) {
    URL.revokeObjectURL(shown);
    return { kind: 'file', name, file, format, width: 0, height: 0, shown: null };
  }
  return { kind: 'file', name, file, format, width: image.naturalWidth, height: image.naturalHeight, shown };
}

/** Where the page can draw a result or an upload from: the server's own path, by whatever name the page was opened. */
export function nearby(address: string): string {
  const { pathname, search } = new URL(address, location.href);
  return new URL(pathname + search, location.origin).href;
}

/** What the page can draw of a picture; null for a picture of another host, which its own rules keep it from loading. */
export function shownOf(picture: Picture | null, endpoint: string): string | null {
  if (picture?.kind !== 'address') {
    return picture?.shown ?? null;
  }
  if (picture.address.startsWith('data:image/')) {
    return picture.address;
  }
  const own = picture.address.startsWith(`${endpoint}/`) || picture.address.startsWith(`${location.origin}/`);
  return own ? nearby(picture.address) : null;
}
