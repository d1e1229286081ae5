import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describedActions } from './described.ts';
import { POLICY, pageFile } from './pageFiles.ts';

/** What a call is to be answered with. */
export interface Scripted {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfter?: number;
}

/**
 * A server that keeps to the agreement about the console's routes and does nothing: for what a real one does only in
 * trouble. It says to each call what it was told to say.
 */
export class FakeServer {
  private readonly server: Server;
  private signedIn = false;
  next: Scripted = { status: 500, code: 'InternalError', message: 'not told what to say' };
  signInStatus = 200;

  private constructor(server: Server) {
    this.server = server;
    server.on('request', (request, answer) => void this.answer(request, answer));
  }

  static async start(): Promise<FakeServer> {
    const fake = new FakeServer(createServer());
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Forgets who is signed in, as time does. */
  expire(): void {
    this.signedIn = false;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', this.address).pathname;
    answer.setHeader('Content-Security-Policy', POLICY);
    for await (const _ of request) {
      // Read to its end, as servers do.
    }
    if (!path.startsWith('/console/api/')) {
      const file = pageFile(path);
      answer.writeHead(file ? 200 : 404, file ? { 'Content-Type': file.type } : {}).end(file?.bytes);
      return;
    }
    this.route(`${request.method} ${path.slice('/console/api/'.length)}`, answer);
  }

  private route(asked: string, answer: ServerResponse): void {
    const json = (status: number, value: unknown) =>
      answer.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    const session = { accessKeyId: 'LTAIfake', operator: true, expires: '2099-01-01T00:00:00Z' };
    if (asked === 'GET actions') {
      json(200, describedActions(this.address));
    } else if (asked === 'POST session') {
      this.signedIn = this.signInStatus === 200;
      if (this.signInStatus === 429) {
        answer.setHeader('Retry-After', '42');
      }
      json(this.signInStatus, this.signedIn ? session : { code: 'Refused', message: 'refused' });
    } else if (!this.signedIn) {
      json(401, { code: 'SessionExpired', message: 'There is no session.' });
    } else if (asked === 'GET session') {
      json(200, session);
    } else if (asked === 'POST files') {
      json(200, { url: `${this.address}/uploads/photo.jpg` });
    } else if (asked === 'POST calls') {
      answer.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
      answer.write('{"stage":"read"}\n');
      answer.end(`${JSON.stringify(this.refused())}\n`);
    } else {
      json(200, []);
    }
  }

  private refused() {
    const { status, code, message, retryAfter = null } = this.next;
    const body = { RequestId: 'REQUEST-1', HostId: 'host', Code: code, Message: message };
    const rest = { request: 'POST /', xml: `<Error><Code>${code}</Code></Error>`, milliseconds: 7 };
    return {
      status,
      retryAfter,
      requestId: 'REQUEST-1',
      json: JSON.stringify(body),
      stages: [{ name: 'read', milliseconds: 7 }],
      ...rest,
    };
  }
}
