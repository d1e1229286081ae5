import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { Desk, photo } from './desk.ts';

/** Where pictures of the page go: `docs/images` for the README's. Without it none are made. */
const folder = process.env.IMAGESEG_PICTURES;
const address = inject('address');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

interface Look {
  readonly name: string;
  readonly action: string;
  readonly width: number;
  readonly height: number;
  readonly locale: string;
  readonly colorScheme: 'light' | 'dark';
}

const looks: readonly Look[] = [
  {
    name: 'console-cutout',
    action: 'SegmentCommonImage',
    width: 1280,
    height: 800,
    locale: 'en-GB',
    colorScheme: 'light',
  },
  {
    name: 'console-zh',
    action: 'SegmentBody',
    width: 1280,
    height: 800,
    locale: 'zh-CN',
    colorScheme: 'light',
  },
  {
    name: 'console-parts',
    action: 'ParseFace',
    width: 1280,
    height: 900,
    locale: 'en-GB',
    colorScheme: 'dark',
  },
];

test.skipIf(!folder).each(looks)('$name', async ({ name, action, width, height, locale, colorScheme }) => {
  const options = { viewport: { width, height }, locale, colorScheme };
  const desk = await Desk.signedIn(browser, address, inject('caller'), options);
  await desk.go(`#/${action}`);
  await desk.choose('ImageURL', photo('astronaut.png'));
  await desk.run();
  await desk.page.waitForSelector('.viewer');
  await desk.page.mouse.move(2, height - 2);
  await desk.page.waitForTimeout(500);
  // How fast this machine was just now is no part of what the picture is to show.
  await desk.page.locator('.took').evaluate((took) => took.remove());
  await desk.page.screenshot({ path: join(folder as string, `${name}.jpg`), type: 'jpeg', quality: 86 });
  await desk.close();
});
