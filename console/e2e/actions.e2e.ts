import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { callApi } from './api.ts';
import { openBrowser } from './browser.ts';
import { Desk, photo } from './desk.ts';

const address = inject('address');
const caller = inject('caller');
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await Desk.signedIn(browser, address, caller);
});

afterAll(async () => {
  await desk.close();
  await browser.close();
});

/** Where the pictures of an answer are. */
function addressesIn(answer: Record<string, unknown>): readonly string[] {
  const { ImageURL, Elements = [] } = answer.Data as {
    readonly ImageURL?: string;
    readonly Elements?: readonly { readonly ImageURL: string }[];
  };
  return ImageURL ? [ImageURL] : Elements.map((element) => element.ImageURL);
}

const pictures = {
  'astronaut.png': [
    'SegmentCommonImage',
    'SegmentCommodity',
    'SegmentBody',
    'SegmentHead',
    'SegmentFace',
    'SegmentHair',
    'ParseFace',
  ],
  'cars.jpg': ['SegmentVehicle'],
  'sofa.jpg': ['SegmentFurniture'],
} as const;

describe.each(Object.entries(pictures))('of %s', (name, actions) => {
  const file = photo(name as keyof typeof pictures);

  beforeAll(() => desk.choose('ImageURL', file));

  test.each(actions)('%s shows the pictures that the API answers with', async (action) => {
    await desk.go(`#/${action}`);
    expect(await desk.run()).toBe('result');
    const paths = addressesIn(await desk.answer()).map((url) => new URL(url).pathname);
    if (action === 'ParseFace') {
      await desk.page.click('.result-bar .segments button >> nth=1');
    }
    expect(await desk.shown()).toEqual(expect.arrayContaining(paths));
    const answered = addressesIn(await callApi(address, caller, action, file));
    expect(answered.length).toBe(paths.length);
    expect(answered.length).toBeGreaterThan(0);
    for (const [index, path] of paths.entries()) {
      expect(await desk.difference(path, answered[index] ?? '')).toBe(0);
    }
  });
});

test('each vehicle has a box on the photo, and the largest comes first', async () => {
  await desk.go('#/SegmentVehicle');
  await desk.page.waitForSelector('.box');
  const widths = await desk.page
    .locator('.box')
    .evaluateAll((boxes) => boxes.map((box) => Number(box.getAttribute('width'))));
  expect(widths.length).toBe(2);
  expect(widths[0]).toBeGreaterThan(widths[1] as number);
  await desk.page.locator('.element').nth(1).hover();
  expect(await desk.page.locator('.box[data-lit=true]').count()).toBe(1);
});

test('RefineMask takes a mask that is painted over the photo', async () => {
  await desk.choose('ImageURL', photo('astronaut.png'));
  await desk.go('#/RefineMask');
  await desk.page.click('[data-parameter=MaskImageURL] button:has-text("Paint")');
  const canvas = desk.page.locator('.painter canvas');
  const box = (await canvas.boundingBox()) as { x: number; y: number; width: number; height: number };
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await desk.page.locator('.brush-bar input[type=range]').fill('110');
  for (const [from, to] of [
    [at(0.45, 0.15), at(0.45, 0.9)],
    [at(0.2, 0.8), at(0.7, 0.8)],
  ] as const) {
    await desk.page.mouse.move(...from);
    await desk.page.mouse.down();
    await desk.page.mouse.move(...to, { steps: 10 });
    await desk.page.mouse.up();
  }
  await desk.page.click('.dialog .main');
  await desk.page.waitForSelector('[data-parameter=MaskImageURL] .chosen');
  const sent = desk.page.waitForRequest((request) => request.url().endsWith('/console/api/calls'));
  expect(await desk.run()).toBe('result');
  const { MaskImageURL } = (await sent).postDataJSON().parameters as { readonly MaskImageURL: string };
  const paths = addressesIn(await desk.answer()).map((url) => new URL(url).pathname);
  expect(paths.length).toBe(1);
  const more = { MaskImageURL };
  const answered = addressesIn(await callApi(address, caller, 'RefineMask', photo('astronaut.png'), more));
  expect(await desk.difference(paths[0] ?? '', answered[0] ?? '')).toBe(0);
  expect(await desk.page.locator('.result .segments button').allInnerTexts()).toEqual([
    'Mask',
    'Applied to the photo',
  ]);
  await desk.page.click('.result .segments button >> nth=1');
  const alphas = await desk.page.locator('.sheet canvas').evaluate((sheet: HTMLCanvasElement) => {
    const pen = sheet.getContext('2d') as CanvasRenderingContext2D;
    const { data } = pen.getImageData(0, 0, sheet.width, sheet.height);
    const alpha = (x: number, y: number) => data[(y * sheet.width + x) * 4 + 3];
    return [alpha(5, 5), alpha(230, 400)];
  });
  expect(alphas).toEqual([0, 255]);
});

test('an asynchronous call is followed to its end', async () => {
  await desk.go('#/SegmentBody');
  await desk.page.check('.call-form .check input');
  expect(await desk.run()).toBe('result');
  await desk.tab(1);
  expect(await desk.page.locator('.call-details > section').count()).toBe(2);
  const { Data } = (await desk.answer()) as { Data: { Status: string; Result: string } };
  expect(Data.Status).toBe('PROCESS_SUCCESS');
  const { pathname } = new URL((JSON.parse(Data.Result) as { ImageURL: string }).ImageURL);
  expect(await desk.shown()).toContain(pathname);
  await desk.page.uncheck('.call-form .check input');
});

test('several pictures come as one ZIP', async () => {
  await desk.go('#/ParseFace');
  const [download] = await Promise.all([
    desk.page.waitForEvent('download'),
    desk.page.click('.result-bar .button:has-text("ZIP")'),
  ]);
  expect(download.suggestedFilename()).toBe('ParseFace.zip');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) {
    chunks.push(chunk as Buffer);
  }
  const zip = Buffer.concat(chunks).toString('latin1');
  expect(zip.startsWith('PK')).toBe(true);
  expect(zip).toContain('ParseFace-nose.png');
});

test('all that was asked for came from this server, and nothing went against the page’s rules', () => {
  desk.keptToItself();
  expect(desk.seen.errors).toEqual([]);
});
