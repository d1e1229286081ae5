import type { TestProject } from 'vitest/node';
import { temporaryFolder } from './browser.ts';
import { createKey, RunningServer, type ServerKey } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly address: string;
    readonly caller: ServerKey;
    readonly operator: ServerKey;
  }
}

/** One server with a fresh data folder for all tests, and two keys of it. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const data = temporaryFolder();
  project.provide('operator', createKey(data.path, '--operator', '--name', 'operator'));
  project.provide('caller', createKey(data.path, '--name', 'caller'));
  const server = await RunningServer.start(data.path);
  project.provide('address', server.address);
  return async () => {
    await server.stop();
    data.remove();
  };
}
