import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ServerKey {
  readonly AccessKeyId: string;
  readonly AccessKeySecret: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
export const jar = process.env.IMAGESEG_JAR ?? join(root, 'cli', 'target', 'imageseg.jar');
const home = process.env.IMAGESEG_HOME ?? join(root, 'runtime');
const models = process.env.IMAGESEG_MODELS ?? join(home, 'models');
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';

function imageseg(from: string, ...words: string[]): string[] {
  return [
    '-XX:TieredStopAtLevel=1',
    '--enable-native-access=ALL-UNNAMED',
    `-Dimageseg.home=${home}`,
    '-jar',
    from,
    ...words,
  ];
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

export function createKey(data: string, ...options: string[]): ServerKey {
  const words = imageseg(jar, 'keys', 'create', '--json', '--data', data, ...options);
  return JSON.parse(
    execFileSync(java, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as ServerKey;
}

/** The server as its users start it, on a free port of the loopback interface. */
export class RunningServer {
  private constructor(
    readonly address: string,
    private readonly process: ChildProcess,
  ) {}

  /** @throws Error when it is not ready in time, with what it said */
  static start(data: string, ...options: string[]): Promise<RunningServer> {
    return RunningServer.startFrom(jar, data, ...options);
  }

  /** The same from another jar. */
  static async startFrom(from: string, data: string, ...options: string[]): Promise<RunningServer> {
    const address = `http://127.0.0.1:${await freePort()}`;
    const words = [
      'serve',
      '--models',
      models,
      '--data',
      data,
      '--port',
      new URL(address).port,
      '--allow-source',
      '127.0.0.1/32',
    ];
    const started = spawn(java, imageseg(from, ...words, ...options), { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (text) => {
        said += text;
      });
    }
    for (let second = 0; second < 240 && started.exitCode === null; second++) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const ready = await fetch(`${address}/health/ready`).catch(() => null);
      if (ready?.ok) {
        return new RunningServer(address, started);
      }
    }
    started.kill();
    throw new Error(`the server did not become ready: ${said}`);
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill();
    await gone;
  }
}
