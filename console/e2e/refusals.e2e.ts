import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callApi } from './api.ts';
import { openBrowser, temporaryFolder } from './browser.ts';
import { Desk, photo } from './desk.ts';
import { createKey, RunningServer, type ServerKey } from './server.ts';

const data = temporaryFolder();
const uploads = join(data.path, 'uploads');
const settings = join(data.path, 'settings.yaml');
let browser: Browser;
let server: RunningServer;
let key: ServerKey;
let limited: ServerKey;
let desk: Desk;

/** One place and hardly any patience, so that one call is enough to be in the way of another. */
beforeAll(async () => {
  writeFileSync(settings, 'imageseg:\n  queue:\n    length: 0\n    deadline: PT0.001S\n');
  key = createKey(data.path);
  limited = createKey(data.path, '--actions', 'SegmentBody', '--per-minute', '1');
  [browser, server] = await Promise.all([
    openBrowser(),
    RunningServer.start(data.path, '--config', settings),
  ]);
  desk = await Desk.signedIn(browser, server.address, key);
});

afterAll(async () => {
  await desk?.close();
  await server?.stop();
  await browser?.close();
  data.remove();
});

async function said(at: Desk): Promise<string> {
  expect(await at.run()).toBe('error');
  return at.page.innerText('.error-card');
}

/** A host that takes its time: it answers nothing until it is told to. */
class SlowHost {
  private readonly server: Server = createServer((_, answer) => this.asked(answer));
  private asked: (answer: ServerResponse) => void = () => {};
  readonly held = new Promise<ServerResponse>((resolve) => {
    this.asked = resolve;
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/photo.jpg`;
  }

  close(): void {
    this.server.close();
  }
}

test('400: what is looked for is not in the picture', async () => {
  await desk.go('#/SegmentVehicle');
  await desk.choose('ImageURL', photo('chelsea.png'));
  const text = await said(desk);
  expect(text).toMatch(/^InvalidImage\.Content\s*400\s+No vehicle was found/);
  expect(text).toContain('shows what this action looks for');
});

test('400: a key that calls too often is told how long to wait; 403: what a key may not call', async () => {
  const other = await Desk.signedIn(browser, server.address, limited);
  await other.go('#/SegmentHair');
  await other.choose('ImageURL', photo('chelsea.png'));
  expect(await said(other)).toMatch(/^InvalidApi\.NotPurchase\s*403[\s\S]*Use another key/);
  await other.go('#/SegmentBody');
  expect(await said(other)).toContain('InvalidImage.Content');
  expect(await said(other)).toMatch(/^Throttling\.User\s*400[\s\S]*The server asks to wait \d+ s/);
  await other.close();
});

test('404: a job that is not there', async () => {
  await desk.go('#/GetAsyncJobResult');
  await desk.page.fill('[data-parameter=JobId] input', 'no-such-job');
  expect(await said(desk)).toMatch(/^InvalidParameter\.JobNotFound\s*404[\s\S]*Run it again/);
});

test('408: the turn of a call does not come in time', async () => {
  const more = { Async: 'true' };
  for (let job = 0; job < 6; job++) {
    await callApi(server.address, key, 'SegmentFurniture', photo('sofa.jpg'), more);
  }
  await desk.go('#/SegmentCommonImage');
  await expect
    .poll(async () => /^Timeout\s*408[\s\S]*Run it again later, or as a job/.test(await said(desk)), {
      timeout: 60_000,
    })
    .toBe(true);
});

test('503: all places of the queue are taken', async () => {
  const host = new SlowHost();
  const waiting = await Desk.signedIn(browser, server.address, key);
  await waiting.go('#/SegmentBody');
  await waiting.giveAddress(await host.start());
  await waiting.page.click('.run');
  const answer = await host.held;
  expect(await said(desk)).toMatch(/^ServiceUnavailable\s*503[\s\S]*The server asks to wait \d+ s/);
  answer.writeHead(404).end();
  await waiting.page.waitForSelector('.error-card:has-text("InvalidImage.Download")');
  host.close();
  await waiting.close();
});

test('500: the server cannot write what it is sent', async () => {
  rmSync(uploads, { recursive: true });
  writeFileSync(uploads, '');
  await desk.choose('ImageURL', photo('sofa.jpg'));
  expect(await said(desk)).toMatch(/^InternalError\s*500[\s\S]*The server’s log has the reason/);
});
