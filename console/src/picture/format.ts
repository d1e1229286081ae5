/** The formats that a file's first bytes can tell; the names are those of the API's description. */
export type Format = 'JPEG' | 'PNG' | 'BMP' | 'WEBP' | 'GIF' | 'TIFF' | 'AVIF' | 'HEIC';

/** How many bytes {@link formatOf} wants. */
export const HEAD = 16;

const starts: readonly (readonly [Format, number, string])[] = [
  ['JPEG', 0, '\u00ff\u00d8\u00ff'],
  ['PNG', 0, '\u0089PNG\r\n\u001a\n'],
  ['BMP', 0, 'BM'],
  ['WEBP', 8, 'WEBP'],
  ['GIF', 0, 'GIF8'],
  ['TIFF', 0, 'II*\u0000'],
  ['TIFF', 0, 'MM\u0000*'],
  ['AVIF', 4, 'ftypavif'],
  ['HEIC', 4, 'ftypheic'],
  ['HEIC', 4, 'ftypmif1'],
];

/** What a file is, by its first bytes as servers see it, whatever its name says. */
export function formatOf(head: Uint8Array): Format | null {
  const text = String.fromCharCode(...head.slice(0, HEAD));
  return starts.find(([, at, mark]) => text.startsWith(mark, at))?.[0] ?? null;
}
