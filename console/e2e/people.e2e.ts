import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { Desk, photo } from './desk.ts';

const address = inject('address');
const caller = inject('caller');
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await openBrowser();
});

afterEach(async () => {
  desk.keptToItself();
  await desk.close();
});

afterAll(() => browser.close());

test('a wrong secret is refused, and the right one lets in', async () => {
  desk = await Desk.open(browser, address);
  await desk.page.fill('[name=id]', caller.AccessKeyId);
  await desk.page.fill('[name=secret]', 'wrong');
  await desk.page.click('.sign-in button');
  expect(await desk.page.innerText('.sign-in [role=alert]')).toBe(
    'No key of this server has this id and secret.',
  );
  await desk.signIn(caller);
  expect(await desk.page.innerText('.account')).toContain(caller.AccessKeyId);
});

test('a key without the operator’s right has no second page', async () => {
  desk = await Desk.signedIn(browser, address, caller);
  await desk.go('#/operator/keys');
  expect(await desk.page.locator('.pages, .operate').count()).toBe(0);
  expect(await desk.page.locator('.call-form').count()).toBe(1);
});

test('the page speaks the browser’s language, changes it, and remembers', async () => {
  desk = await Desk.signedIn(browser, address, caller, { locale: 'zh-CN' });
  expect(await desk.page.innerText('.tabs')).toContain('结果');
  expect(await desk.page.getAttribute('html', 'lang')).toBe('zh-CN');
  await desk.page.click('.top button:has-text("English")');
  expect(await desk.page.innerText('.tabs')).toContain('Result');
  await desk.page.reload();
  await desk.page.waitForSelector('.tabs');
  expect(await desk.page.getAttribute('html', 'lang')).toBe('en');
});

test('a session that ends is begun again without losing the page', async () => {
  desk = await Desk.signedIn(browser, address, caller);
  await desk.go('#/SegmentCommonImage');
  await desk.choose('ImageURL', photo('chelsea.png'));
  await desk.seen.context.clearCookies();
  await desk.page.click('.run');
  await desk.page.waitForSelector('.dialog .sign-in');
  await desk.page.fill('.dialog [name=secret]', caller.AccessKeySecret);
  await desk.page.click('.dialog .sign-in button');
  await desk.page.waitForSelector('.dialog', { state: 'detached' });
  expect(await desk.page.innerText('.chosen-text')).toContain('chelsea.png');
  expect(await desk.run()).toBe('result');
});

test('two tabs share a session, and each has its own form; the end of one is the end of both', async () => {
  desk = await Desk.signedIn(browser, address, caller);
  const other = new Desk({ ...desk.seen, page: await desk.seen.context.newPage() }, address);
  await other.page.goto(`${address}/console/#/SegmentHair`);
  await other.choose('ImageURL', photo('astronaut.png'));
  expect(await desk.page.locator('.chosen').count()).toBe(0);
  await desk.page.click('.top button[aria-label="Sign out"]');
  await desk.page.waitForSelector('.welcome');
  await other.page.click('.run');
  await other.page.waitForSelector('.dialog .sign-in');
});

test('the page is there with less than 200 KB', async () => {
  desk = await Desk.open(browser, address);
  await desk.page.waitForSelector('.sign-in');
  const bytes = await desk.page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .concat(performance.getEntriesByType('navigation'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).transferSize, 0),
  );
  expect(bytes).toBeGreaterThan(20_000);
  expect(bytes).toBeLessThan(200_000);
});
