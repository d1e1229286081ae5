import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { Desk, photo } from './desk.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const address = inject('address');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** What is wrong with a page, rule by rule, with where. */
async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

test.each([
  { colorScheme: 'light', locale: 'en-GB', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', locale: 'zh-CN', viewport: { width: 390, height: 844 } },
])(
  'nothing is wrong for people who use a screen reader or the keyboard: $colorScheme, $locale',
  async (options) => {
    const desk = await Desk.open(browser, address, options);
    await desk.page.waitForSelector('.welcome-actions');
    const found: Record<string, readonly string[]> = { signIn: await faults(desk.page) };
    await desk.signIn(inject('operator'));
    await desk.go('#/SegmentHair');
    found.empty = await faults(desk.page);
    await desk.choose('ImageURL', photo('astronaut.png'));
    await desk.run();
    await desk.page.waitForSelector('.viewer');
    found.result = await faults(desk.page);
    await desk.tab(1);
    found.call = await faults(desk.page);
    await desk.tab(2);
    found.code = await faults(desk.page);
    for (const part of ['keys', 'usage', 'jobs', 'health']) {
      await desk.go(`#/operator/${part}`);
      await desk.page.waitForSelector('.table, .operate-main .hint');
      found[part] = await faults(desk.page);
    }
    await desk.go('#/operator/keys');
    await desk.page.click('.operate-main > .button.main');
    await desk.page.waitForSelector('.dialog');
    found.dialog = await faults(desk.page);
    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
    await desk.close();
  },
);
