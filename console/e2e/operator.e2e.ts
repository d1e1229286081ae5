import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { Desk } from './desk.ts';

const address = inject('address');
const caller = inject('caller');
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await Desk.signedIn(browser, address, inject('operator'));
  await desk.go('#/operator/keys');
  await desk.page.waitForSelector('.table');
});

afterAll(async () => {
  await desk.close();
  await browser.close();
});

function row(text: string) {
  return desk.page.locator('.table tbody tr', { hasText: text });
}

test('a key is made, its secret shown this once, and it works', async () => {
  await desk.page.click('.operate-main > .button.main');
  await desk.page.fill('.dialog input.entry >> nth=0', 'shop');
  await desk.page.check('.dialog .check >> nth=0');
  await desk.page.check('.action-choices >> text=SegmentHair');
  await desk.page.fill('.dialog input[type=number]', '5');
  await desk.page.click('.dialog .main');
  await desk.page.waitForSelector('.dialog .listing');
  const [AccessKeyId = '', AccessKeySecret = ''] = await desk.page
    .locator('.dialog .listing code')
    .allInnerTexts();
  await desk.page.click('.dialog .main');
  await row(AccessKeyId).waitFor();
  expect(await row(AccessKeyId).innerText()).toMatch(/shop[\s\S]*SegmentHair[\s\S]*5/);
  const other = await Desk.signedIn(browser, address, { AccessKeyId, AccessKeySecret });
  await other.close();
});

test('a key is disabled and enabled', async () => {
  await row(caller.AccessKeyId).getByRole('button', { name: 'Disable' }).click();
  await row(caller.AccessKeyId).getByText('disabled').waitFor();
  await row(caller.AccessKeyId).getByRole('button', { name: 'Enable' }).click();
  await row(caller.AccessKeyId).getByText('enabled').waitFor();
});

test('a key is limited, and the limit taken away', async () => {
  for (const [rate, shown] of [
    ['7', '7'],
    ['', 'as set'],
  ] as const) {
    await row(caller.AccessKeyId).getByRole('button', { name: 'Limit' }).click();
    await desk.page.fill('.dialog input[type=number]', rate);
    await desk.page.click('.dialog .main');
    await row(caller.AccessKeyId).locator('.number', { hasText: shown }).waitFor();
  }
});

test('a key gets another secret while the old one still holds', async () => {
  await row(caller.AccessKeyId).getByRole('button', { name: 'Rotate' }).click();
  await desk.page.click('.dialog .main');
  await desk.page.waitForSelector('.dialog .listing');
  const secret = await desk.page.locator('.dialog .listing code').nth(1).innerText();
  await desk.page.click('.dialog .main');
  await row(caller.AccessKeyId).getByText('old secret until').waitFor();
  for (const AccessKeySecret of [secret, caller.AccessKeySecret]) {
    const other = await Desk.signedIn(browser, address, { ...caller, AccessKeySecret });
    await other.close();
  }
});

test('usage, jobs and health have what the server knows', async () => {
  await desk.go('#/operator/usage');
  await desk.page.waitForSelector('.chart, .operate-main .hint');
  await desk.go('#/operator/jobs');
  await desk.page.waitForSelector('.table, .operate-main .hint');
  await desk.go('#/operator/health');
  await desk.page.waitForSelector('.facts');
  expect(await desk.page.innerText('.facts')).toContain('ready');
  expect(await desk.page.locator('.table tbody tr').count()).toBeGreaterThan(3);
  desk.keptToItself();
});
