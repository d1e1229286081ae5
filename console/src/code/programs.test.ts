import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { curl, percentEncoded } from './curl';
import { type Program, SECRET } from './program';
import { clients } from './programs';
import { python } from './python';

const program: Program = {
  endpoint: 'http://127.0.0.1:8080',
  accessKeyId: 'LTAIexample',
  action: 'SegmentHair',
  version: '2019-12-30',
  parameters: { ImageURL: `http://host/a b's "photo"*.jpg?x=1&y=ä` },
  asynchronous: false,
  pictures: 'elements',
};

test.each(clients)('$id has endpoint and key filled in, and the secret left out', ({ write }) => {
  const text = write(program);
  expect(text).toContain('127.0.0.1:8080');
  expect(text).toContain('LTAIexample');
  expect(text.split(SECRET)).toHaveLength(2);
  expect(text).not.toContain('undefined');
});

test.each(clients)('$id follows a job to its end', ({ write }) => {
  const text = write({
    ...program,
    asynchronous: true,
    parameters: { ...program.parameters, Async: 'true' },
  });
  expect(text).toContain('GetAsyncJobResult');
  expect(text).toContain('QUEUING');
});

test('what is unreserved by RFC 3986 stays, all else is encoded', () => {
  expect(percentEncoded("aZ0-_.~ !'()*/+é")).toBe('aZ0-_.~%20%21%27%28%29%2A%2F%2B%C3%A9');
});

/** Whether a program can be run here. */
function has(...command: readonly string[]): boolean {
  return command.every((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0);
}

test.skipIf(!has('python3'))('the program in Python compiles', () => {
  const compile = 'import ast,sys; ast.parse(sys.stdin.read())';
  for (const asynchronous of [false, true]) {
    execFileSync('python3', ['-c', compile], { input: python({ ...program, asynchronous }) });
  }
});

test.each(clients)('$id prints the whole answer of an action that gives no pictures', ({ write }) => {
  const text = write({ ...program, action: 'AuthorizeFileUpload', parameters: {}, pictures: 'none' });
  expect(text).not.toMatch(/"Data"|Data: data/);
});

/** The parameters of a signed form, if its signature is right. */
function verified(form: string, secret: string): Record<string, string> {
  const parameters = Object.fromEntries(new URLSearchParams(form));
  const { Signature, ...signed } = parameters;
  const pairs = Object.keys(signed)
    .sort()
    .map((name) => `${percentEncoded(name)}=${percentEncoded(signed[name] ?? '')}`);
  const text = `POST&%2F&${percentEncoded(pairs.join('&'))}`;
  expect(Signature).toBe(createHmac('sha1', `${secret}&`).update(text).digest('base64'));
  return signed;
}

test.skipIf(!has('curl', 'openssl'))(
  'the script for curl sends what it was given under a right signature, and follows the job',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'curl'));
    const forms: Record<string, string>[] = [];
    const standings = ['QUEUING', 'PROCESSING', 'PROCESS_SUCCESS'];
    const server = createServer(async (request, answer) => {
      let body = '';
      for await (const piece of request) {
        body += piece;
      }
      forms.push(verified(body, 'se/cr+et'));
      const { Action } = forms.at(-1) ?? {};
      const data = { JobId: 'J', Status: standings[forms.length - 2] };
      answer.end(
        JSON.stringify(
          Action === 'SegmentHair' ? { RequestId: 'J-1', Message: 'm' } : { RequestId: 'R', Data: data },
        ),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as { port: number };
      const parameters = { ...program.parameters, Async: 'true' };
      const text = curl({ ...program, endpoint: `http://127.0.0.1:${port}`, parameters, asynchronous: true });
      const file = join(folder, 'call.sh');
      writeFileSync(file, text.replace(SECRET, 'se/cr+et'));
      const { stdout } = await promisify(execFile)('sh', [file]);
      expect(JSON.parse(stdout).Data.Status).toBe('PROCESS_SUCCESS');
      expect(forms.map((form) => form.Action)).toEqual([
        'SegmentHair',
        ...standings.map(() => 'GetAsyncJobResult'),
      ]);
      expect(forms[0]).toMatchObject(parameters);
      expect(forms[1]).toMatchObject({ JobId: 'J-1' });
    } finally {
      server.close();
      rmSync(folder, { recursive: true });
    }
  },
);
