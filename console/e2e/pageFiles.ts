import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../target/classes/io/imageseg/console/page', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The policy that the server sends with every answer of the console. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; " +
  "font-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A file of the page as it was built. */
export function pageFile(path: string): { readonly type: string; readonly bytes: Buffer } | null {
  const name = path.replace(/^\/console\/?/, '') || 'index.html';
  const file = join(folder, normalize(`/${name}`));
  return existsSync(file)
    ? { type: types[extname(file)] ?? 'application/octet-stream', bytes: readFileSync(file) }
    : null;
}
