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

test('a picture beyond a limit is told so before it is sent, and can be made to fit', async () => {
  desk = await Desk.signedIn(browser, address, caller);
  const big = await desk.page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 1600;
    canvas.height = 800;
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made as Blob)));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  await desk.go('#/SegmentBody');
  const file = { name: 'big.png', mimeType: 'image/png', buffer: Buffer.from(big) };
  await desk.page.setInputFiles('[data-parameter=ImageURL] input[type=file] >> nth=0', file);
  const breach = desk.page.locator('[data-parameter=ImageURL] .breach').first();
  expect(await breach.innerText()).toContain('Longer side: 1,600 pixels; at most 1,279 is allowed.');
  await desk.page.click('text=Fit to the limits');
  await breach.waitFor({ state: 'detached' });
  expect(await desk.page.innerText('.chosen-text')).toContain('1279 × 639');
});

test('an address that the server may not fetch from is refused with what to do', async () => {
  desk = await Desk.signedIn(browser, address, caller);
  await desk.go('#/SegmentBody');
  await desk.giveAddress('http://10.0.0.1/photo.jpg');
  expect(await desk.run()).toBe('error');
  expect(await desk.page.innerText('.error-card h2')).toContain('InvalidImage.Unsafe');
  expect(await desk.page.innerText('.error-card .advice')).toContain('Send the file instead');
});

test('the divider is dragged, and moved by keys; the picture is zoomed to its pixels', async () => {
  desk = await Desk.signedIn(browser, address, caller);
  await desk.go('#/SegmentCommonImage');
  await desk.choose('ImageURL', photo('chelsea.png'));
  expect(await desk.run()).toBe('result');
  const grip = (await desk.page.locator('.divider-grip').boundingBox()) as { x: number; y: number };
  const viewer = (await desk.page.locator('.viewer-window').boundingBox()) as { x: number; width: number };
  await desk.page.mouse.move(grip.x + 18, grip.y + 18);
  await desk.page.mouse.down();
  await desk.page.mouse.move(viewer.x + viewer.width * 0.25, grip.y, { steps: 5 });
  await desk.page.mouse.up();
  const slider = desk.page.getByRole('slider', { name: 'Before and after' });
  expect(await slider.inputValue()).toBe('25');
  await slider.focus();
  await desk.page.keyboard.press('ArrowRight');
  expect(await slider.inputValue()).toBe('26');
  expect(await desk.page.locator('.pane').evaluate((pane) => (pane as HTMLElement).style.clipPath)).toContain(
    '74%',
  );
  await desk.page.focus('.viewer-window');
  for (let press = 0; press < 12; press++) {
    await desk.page.keyboard.press('+');
  }
  expect(await desk.page.locator('.squares').count()).toBe(2);
});

test('a picture is dropped, and pasted', async () => {
  desk = await Desk.signedIn(browser, address, caller);
  for (const kind of ['drop', 'paste']) {
    await desk.page.evaluate(async (how) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 64;
      const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made as Blob)));
      const carried = new DataTransfer();
      carried.items.add(new File([blob], `${how}.png`, { type: 'image/png' }));
      const event =
        how === 'drop'
          ? new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: carried, bubbles: true });
      document.body.dispatchEvent(event);
    }, kind);
    await desk.page.waitForSelector(`.chosen-text:has-text("${kind}.png")`);
  }
});

test('a photo is taken with the camera', async () => {
  desk = await Desk.signedIn(browser, address, caller, { permissions: ['camera'] });
  await desk.page.click('.drop button:has-text("Camera")');
  await desk.page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await desk.page.click('.dialog .main');
  await desk.page.waitForSelector('.chosen-text:has-text("camera.jpg")');
});
