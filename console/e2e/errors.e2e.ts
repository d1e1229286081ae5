import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { advice } from '../src/language/advice.ts';
import { openBrowser } from './browser.ts';
import { Desk, photo } from './desk.ts';
import { FakeServer } from './fake.ts';

let browser: Browser;
let fake: FakeServer;
let desk: Desk;

beforeAll(async () => {
  browser = await openBrowser();
  fake = await FakeServer.start();
  desk = await Desk.signedIn(browser, fake.address, { AccessKeyId: 'LTAIfake', AccessKeySecret: 'secret' });
  await desk.choose('ImageURL', photo('chelsea.png'));
});

afterAll(async () => {
  await desk.close();
  await fake.close();
  await browser.close();
});

test.each([
  [400, 'MissingImageURL'],
  [400, 'InvalidParameter.TooLarge'],
  [400, 'InvalidImage.Content'],
  [400, 'InvalidImage.Download'],
  [400, 'InvalidTimeStamp.Expired'],
  [400, 'Throttling.User'],
  [403, 'InvalidApi.NotPurchase'],
  [403, 'Unauthorized'],
  [404, 'UnsupportedOperation'],
  [408, 'Timeout'],
  [500, 'InternalError'],
  [500, 'InternalError.Env'],
  [500, 'InternalError.Model'],
  [500, 'InternalError.Algo'],
  [503, 'ServiceUnavailable'],
])('%d %s is shown with its message, its request and what to do', async (status, code) => {
  fake.next = { status, code, message: `why it is ${code}` };
  expect(await desk.run()).toBe('error');
  const card = await desk.page.innerText('.error-card');
  for (const text of [
    code,
    String(status),
    `why it is ${code}`,
    'REQUEST-1',
    advice[code]?.en ?? 'no advice',
  ]) {
    expect(card).toContain(text);
  }
});

test('how long the server asks to wait is told', async () => {
  fake.next = { status: 503, code: 'ServiceUnavailable', message: 'all places are taken', retryAfter: 12 };
  expect(await desk.run()).toBe('error');
  expect(await desk.page.innerText('.error-card')).toContain('The server asks to wait 12 s (Retry-After).');
});

test.each([
  [401, 'No key of this server has this id and secret.'],
  [403, 'This key is disabled. Ask the operator.'],
  [429, 'Tried too often. Wait 42 seconds, then try again.'],
])('signing in that is answered with %d says why', async (status, said) => {
  fake.signInStatus = status;
  fake.expire();
  const other = await Desk.open(browser, fake.address);
  await other.page.fill('[name=id]', 'LTAIfake');
  await other.page.fill('[name=secret]', 'secret');
  await other.page.click('.sign-in button');
  expect(await other.page.innerText('.sign-in [role=alert]')).toBe(said);
  await other.close();
});

test('a server that is gone is told of', async () => {
  fake.signInStatus = 200;
  fake.expire();
  const other = await Desk.signedIn(browser, fake.address, {
    AccessKeyId: 'LTAIfake',
    AccessKeySecret: 'secret',
  });
  await other.choose('ImageURL', photo('chelsea.png'));
  await other.page.route('**/console/api/**', (route) => route.abort());
  expect(await other.run()).toBe('error');
  expect(await other.page.innerText('.error-card .advice')).toBe(advice.Unreachable?.en);
  await other.close();
});
