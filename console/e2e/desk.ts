import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Watched, watched } from './browser.ts';
import type { ServerKey } from './server.ts';

const photos = new URL('../../core/src/test/resources/io/imageseg/photos/', import.meta.url);

/** A picture of the repository. */
export function photo(name: 'astronaut.png' | 'chelsea.png' | 'cars.jpg' | 'sofa.jpg'): string {
  return fileURLToPath(new URL(name, photos));
}

/** How long a call may take on a slow machine. */
const PATIENCE = 150_000;

/** What a person does at the page. */
export class Desk {
  readonly page: Page;

  constructor(
    readonly seen: Watched,
    readonly address: string,
  ) {
    this.page = seen.page;
    this.page.setDefaultTimeout(20_000);
  }

  static async open(browser: Browser, address: string, options = {}): Promise<Desk> {
    const desk = new Desk(
      await watched(browser, { viewport: { width: 1280, height: 800 }, ...options }),
      address,
    );
    await desk.page.goto(`${address}/console/`);
    return desk;
  }

  static async signedIn(browser: Browser, address: string, key: ServerKey, options = {}): Promise<Desk> {
    const desk = await Desk.open(browser, address, options);
    await desk.signIn(key);
    return desk;
  }

  async signIn({ AccessKeyId, AccessKeySecret }: ServerKey): Promise<void> {
    await this.page.fill('[name=id]', AccessKeyId);
    await this.page.fill('[name=secret]', AccessKeySecret);
    await this.page.click('.sign-in button');
    await this.page.waitForSelector('.account', { state: 'attached' });
  }

  async go(hash: string): Promise<void> {
    await this.page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await this.page.waitForTimeout(50);
  }

  async choose(parameter: string, file: string): Promise<void> {
    const field = this.page.locator(`[data-parameter="${parameter}"]`);
    if (await field.locator('.chosen').count()) {
      await field.locator('.chosen button').click();
    }
    await field.locator('input[type=file]').first().setInputFiles(file);
    await field.locator('.chosen').waitFor();
  }

  /** Gives the photo by its address. */
  async giveAddress(address: string): Promise<void> {
    await this.page.click('[data-parameter=ImageURL] .drop button:has-text("Address")');
    await this.page.fill('.address input', address);
    await this.page.keyboard.press('Enter');
    await this.page.waitForSelector('[data-parameter=ImageURL] .chosen');
  }

  /** Runs the action and waits for what comes of it. */
  async run(): Promise<'result' | 'error'> {
    await this.page.click('.run');
    await this.page.waitForSelector('.progress', { state: 'detached', timeout: PATIENCE });
    await this.page.waitForSelector('.viewer, .error-card, .stage-note', { timeout: PATIENCE });
    return (await this.page.locator('.error-card').count()) > 0 ? 'error' : 'result';
  }

  async tab(number: 0 | 1 | 2): Promise<void> {
    await this.page.locator('.tabs [role=tab]').nth(number).click();
  }

  /** The API's last answer, as the page shows it behind the result. */
  async answer(): Promise<Record<string, unknown>> {
    await this.tab(1);
    const listings = this.page.locator('.call-details > section').last().locator('.listing code');
    const text = await listings.nth(1).innerText();
    await this.tab(0);
    return JSON.parse(text) as Record<string, unknown>;
  }

  /** What the viewer and the list of elements show, as paths of the server. */
  async shown(): Promise<readonly string[]> {
    await this.page.waitForSelector('.viewer');
    const sources = await this.page
      .locator('.result img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src));
    return sources.filter((source) => source.startsWith('http')).map((source) => new URL(source).pathname);
  }

  /** The largest difference of a channel, 0 to 255, between a picture that is shown and one of the server's. */
  async difference(shown: string, other: string): Promise<number> {
    return this.page.evaluate(
      async ([path, address]) => {
        const pixels = async (image: HTMLImageElement) => {
          await image.decode();
          const [canvas, { naturalWidth: width, naturalHeight: height }] = [new OffscreenCanvas(1, 1), image];
          Object.assign(canvas, { width, height });
          const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
          pen.drawImage(image, 0, 0);
          return pen.getImageData(0, 0, width, height);
        };
        const images = [...document.querySelectorAll<HTMLImageElement>('.result img')];
        const here = images.find(({ src }) => new URL(src).pathname === path) as HTMLImageElement;
        const there = Object.assign(new Image(), { src: address });
        const [one, two] = [await pixels(here), await pixels(there)];
        if (one.width !== two.width || one.height !== two.height) {
          return Number.POSITIVE_INFINITY;
        }
        return one.data.reduce((most, value, at) => Math.max(most, Math.abs(value - (two.data[at] ?? 0))), 0);
      },
      [shown, other] as const,
    );
  }

  /** All that was asked for came from this server, and nothing went against the page’s rules. */
  keptToItself(): void {
    expect([...this.seen.hosts]).toEqual([new URL(this.address).host]);
    expect(this.seen.violations).toEqual([]);
  }

  async close(): Promise<void> {
    await this.seen.context.close();
  }
}
