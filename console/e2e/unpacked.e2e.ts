import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openBrowser, temporaryFolder } from './browser.ts';
import { jar, RunningServer } from './server.ts';

const folder = temporaryFolder();

afterAll(() => folder.remove());

/** The server's jar beside all of its libraries but the console. */
function withoutConsole(): string {
  const libraries = join(dirname(jar), 'lib');
  mkdirSync(join(folder.path, 'lib'));
  for (const name of readdirSync(libraries).filter((library) => !library.startsWith('imageseg-console'))) {
    symlinkSync(join(libraries, name), join(folder.path, 'lib', name));
  }
  cpSync(jar, join(folder.path, 'imageseg.jar'));
  return join(folder.path, 'imageseg.jar');
}

test('a server that was built without the page says so, and how to get it', async () => {
  const server = await RunningServer.startFrom(withoutConsole(), join(folder.path, 'data'));
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const answer = await page.goto(`${server.address}/console`);
    expect(answer?.status()).toBe(404);
    const text = await page.innerText('body');
    expect(text).toContain('no console packed. ./imageseg build makes one');
    expect(text).toContain('此构建未包含控制台');
    expect((await fetch(`${server.address}/openapi.json`)).status).toBe(200);
  } finally {
    await browser.close();
    await server.stop();
  }
});
