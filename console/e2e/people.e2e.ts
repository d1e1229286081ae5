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
  await desk.page.waitForSelector('.viewer', { timeout: 150_000 });
});

test('a job is followed through a network that is gone, and through the end of the session', async () => {
  desk = await Desk.signedIn(browser, address, caller);
  await desk.go('#/SegmentFurniture');
  await desk.choose('ImageURL', photo('sofa.jpg'));
  await desk.page.check('.call-form .check input');
  await desk.page.click('.run');
  await desk.page.waitForSelector('.job');
  await desk.page.route('**/console/api/calls', (route) => route.abort());
  await desk.page.waitForSelector('.job:has-text("does not answer just now")');
  await desk.seen.context.clearCookies();
  await desk.page.unroute('**/console/api/calls');
  await desk.page.fill('.dialog [name=secret]', caller.AccessKeySecret);
  await desk.page.click('.dialog .sign-in button');
  await desk.page.waitForSelector('.viewer', { timeout: 150_000 });
});

test('two tabs share a session, and each has its own form; the end of one is the end of both', async () => {
  desk = await Desk.signedIn(browser, address, caller);
  const other = new Desk({ ...desk.seen, page: await desk.seen.context.newPage() }, address);
  await other.page.goto(`${address}/console/#/SegmentHair`);
  await other.choose('ImageURL', photo('astronaut.png'));
  expect(await desk.page.locator('.chosen').count()).toBe(0);
  await desk.page.click('.top button[aria-label="Sign out"]');
  await desk.page.waitForSelector('.welcome');
  await other.page.waitForSelector('.dialog .sign-in');
  expect(await other.page.innerText('.chosen-text')).toContain('astronaut.png');
});

test('a tab follows when another signs in with another key, so that nobody calls by a key unawares', async () => {
  const operator = inject('operator');
  desk = await Desk.signedIn(browser, address, caller);
  const other = new Desk({ ...desk.seen, page: await desk.seen.context.newPage() }, address);
  await other.page.goto(`${address}/console/`);
  await other.page.click('.top button[aria-label="Sign out"]');
  await desk.page.waitForSelector('.dialog .sign-in');
  await other.signIn(operator);
  await desk.page.waitForSelector('.dialog', { state: 'detached' });
  expect(await desk.page.innerText('.account')).toContain(operator.AccessKeyId);
  expect(await desk.page.locator('.pages').count()).toBe(1);
});

test('who signs out leaves no picture behind, and each page has its own title', async () => {
  desk = await Desk.signedIn(browser, address, caller);
  await desk.go('#/SegmentHair');
  await expect.poll(() => desk.page.title()).toBe('Hair · imageseg');
  await desk.choose('ImageURL', photo('astronaut.png'));
  await desk.page.click('.top button[aria-label="Sign out"]');
  await desk.page.waitForSelector('.welcome');
  await desk.signIn(inject('operator'));
  expect(await desk.page.locator('.chosen').count()).toBe(0);
  await desk.page.goBack();
  await expect.poll(() => desk.page.title()).toBe('People · imageseg');
});

test('a call is made once, however often Run is pressed', async () => {
  desk = await Desk.signedIn(browser, address, caller);
  await desk.choose('ImageURL', photo('chelsea.png'));
  const calls: string[] = [];
  desk.page.on('request', (request) => request.url().endsWith('/calls') && calls.push(request.url()));
  await desk.page.locator('.call-form').evaluate((form: HTMLFormElement) => {
    form.requestSubmit();
    form.requestSubmit();
  });
  await desk.page.waitForSelector('.error-card');
  expect(calls.length).toBe(1);
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
