import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { Desk, photo } from './desk.ts';

const address = inject('address');
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await Desk.signedIn(browser, address, inject('caller'));
  await desk.choose('ImageURL', photo('astronaut.png'));
});

afterAll(async () => {
  await desk.close();
  await browser.close();
});

interface Element {
  readonly ImageURL: string;
}

function addresses(data: {
  readonly ImageURL?: string;
  readonly Elements?: readonly Element[];
}): readonly string[] {
  return data.ImageURL ? [data.ImageURL] : (data.Elements ?? []).map((element) => element.ImageURL);
}

/** Width and height, from a PNG's header. */
async function sizeOf(url: string): Promise<readonly [number, number]> {
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const people = [
  'SegmentCommonImage',
  'SegmentCommodity',
  'SegmentBody',
  'SegmentHead',
  'SegmentFace',
  'SegmentHair',
  'ParseFace',
];

test.each(people)('%s shows the pictures that the API answers with', async (action) => {
  await desk.go(`#/${action}`);
  expect(await desk.run()).toBe('result');
  const { Data } = (await desk.answer()) as { Data: Parameters<typeof addresses>[0] };
  const paths = addresses(Data).map((url) => new URL(url).pathname);
  expect(paths.length).toBeGreaterThan(0);
  if (action === 'ParseFace') {
    await desk.page.click('.result-bar .segments button >> nth=1');
  }
  expect(await desk.shown()).toEqual(expect.arrayContaining(paths));
});

test('what is drawn of a cutout has the pixels of the file', async () => {
  await desk.go('#/SegmentBody');
  const { Data } = (await desk.answer()) as { Data: { ImageURL: string } };
  const drawn = await desk.page
    .locator('.sheet img.layer')
    .first()
    .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  expect(drawn).toEqual(await sizeOf(Data.ImageURL));
});

test.each(['SegmentVehicle', 'SegmentFurniture'])(
  '%s shows what it finds, or says that it finds nothing',
  async (action) => {
    await desk.go(`#/${action}`);
    const came = await desk.run();
    const answer = (await desk.answer()) as { Code?: string; Data?: Parameters<typeof addresses>[0] };
    if (came === 'error') {
      expect(await desk.page.locator('.error-card h2').innerText()).toContain(answer.Code);
      expect(answer.Code).toBe('InvalidImage.Content');
    } else {
      const paths = addresses(answer.Data ?? {}).map((url) => new URL(url).pathname);
      expect(await desk.shown()).toEqual(expect.arrayContaining(paths));
      expect(await desk.page.locator('.box').count()).toBe(paths.length);
    }
  },
);

test('RefineMask takes a mask that is painted over the photo', async () => {
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
  expect(await desk.run()).toBe('result');
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
