import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { percentEncoded } from '../src/code/curl.ts';
import type { ServerKey } from './server.ts';

/** Calls the API as its clients do, signed, with a file as the picture; whatever it answers. */
export async function callApi(
  address: string,
  { AccessKeyId, AccessKeySecret }: ServerKey,
  action: string,
  file: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Record<string, unknown>> {
  const parameters: Readonly<Record<string, string>> = {
    Action: action,
    Version: '2019-12-30',
    AccessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: new Date().toISOString().replace(/\.\d+/, ''),
    ImageURL: `data:image/png;base64,${readFileSync(file, 'base64')}`,
    ...more,
  };
  const form = Object.entries(parameters)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${percentEncoded(name)}=${percentEncoded(value)}`)
    .join('&');
  const toSign = `POST&%2F&${percentEncoded(form)}`;
  const signature = createHmac('sha1', `${AccessKeySecret}&`).update(toSign).digest('base64');
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: `${form}&Signature=${percentEncoded(signature)}`,
  });
  return (await answer.json()) as Record<string, unknown>;
}
