import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Chromium as it is installed on this machine; undefined where it is not. */
function installedChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return process.env.CHROMIUM ?? places.find((place) => existsSync(place));
}

/** Opens a browser that asks nobody but the pages it is sent to. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = installedChromium();
  if (!executablePath) {
    throw new Error('Chromium is not installed (Debian: the package chromium)');
  }
  const args = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking';
  const more =
    '--disable-component-update --disable-sync --use-fake-device-for-media-stream --use-fake-ui-for-media-stream';
  return chromium.launch({ executablePath, args: `${args} ${more}`.split(' ') });
}

/** A page that is watched: what it asked of whom, and what it was kept from doing. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly hosts: Set<string>;
  readonly violations: string[];
  readonly errors: string[];
}

export async function watched(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Watched> {
  const context = await browser.newContext({ locale: 'en-GB', colorScheme: 'light', ...options });
  const page = await context.newPage();
  const [hosts, violations, errors]: [Set<string>, string[], string[]] = [new Set(), [], []];
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http')) {
      hosts.add(host);
    }
  });
  context.on('weberror', (failure) => errors.push(String(failure.error())));
  context.on('console', (line) => {
    if (/Content.Security.Policy|Refused to/.test(line.text())) {
      violations.push(line.text());
    }
  });
  return { page, context, hosts, violations, errors };
}

/** A folder that is gone when its user is done. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'imageseg-console-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
