import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { SECRET } from '../src/code/program.ts';
import { openBrowser, temporaryFolder } from './browser.ts';
import { Desk, photo } from './desk.ts';

const address = inject('address');
const operator = inject('operator');
const libraries = fileURLToPath(new URL('../../conformance', import.meta.url));
const required = process.env.IMAGESEG_CONFORMANCE === 'required';
const folder = temporaryFolder();
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await Desk.signedIn(browser, address, operator);
  await desk.go('#/SegmentHead');
  await desk.choose('ImageURL', photo('astronaut.png'));
  expect(await desk.run()).toBe('result');
});

afterAll(async () => {
  await desk.close();
  await browser.close();
  folder.remove();
});

interface Runtime {
  readonly client: string;
  readonly file: string;
  /** What has to be installed, by the tests of conformance. */
  readonly needs: string | null;
  readonly command: (file: string) => readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const classpath = join(libraries, 'java', 'target', 'classpath');
const python = join(libraries, 'target', 'python-tea', 'bin', 'python');
const modules = join(libraries, 'target', 'node', 'node_modules');
const home = process.env.JAVA_HOME;
const java = home ? join(home, 'bin', 'java') : 'java';
const javaCommand = (file: string) => [java, '-cp', readFileSync(classpath, 'utf8'), file];

const runtimes: readonly Runtime[] = [
  { client: 'Java', file: 'Call.java', needs: classpath, command: javaCommand },
  { client: 'Java core', file: 'Call.java', needs: classpath, command: javaCommand },
  { client: 'Python', file: 'call.py', needs: python, command: (file) => [python, file] },
  {
    client: 'Node.js',
    file: 'call.js',
    needs: modules,
    command: (file) => ['node', file],
    environment: { NODE_PATH: modules },
  },
  { client: 'curl', file: 'call.sh', needs: null, command: (file) => ['sh', file] },
];

/** The program that the page shows, with the secret in its place. */
async function program(client: string): Promise<string> {
  await desk.tab(2);
  await desk.page.getByRole('button', { name: client, exact: true }).click();
  const text = await desk.page.locator('.code-panel .listing code').innerText();
  return text.replaceAll('\u00a0', ' ').replace(SECRET, operator.AccessKeySecret);
}

async function output({ client, file, command, environment }: Runtime): Promise<string> {
  const path = join(folder.path, file);
  writeFileSync(path, await program(client));
  const [name = '', ...words] = command(path);
  const { stdout } = await promisify(execFile)(name, words, { env: { ...process.env, ...environment } });
  return stdout;
}

for (const runtime of runtimes) {
  const there = runtime.needs === null || existsSync(runtime.needs);
  test.skipIf(!there && !required)(`the program for ${runtime.client} runs as it stands`, async () => {
    const printed = await output(runtime);
    const url = printed.match(/http:\/\/[^"\s]+\/results\/[^"\s\\]+/)?.[0];
    expect(printed).toContain(address);
    expect((await fetch(String(url))).headers.get('content-type')).toBe('image/png');
  });
}
