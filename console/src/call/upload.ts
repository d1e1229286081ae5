import type { FilePicture, Picture } from '../picture/picture';
import { ask } from '../server/ask';

/** Uploads live 30 minutes; one that is older than this is sent again, so that a call does not meet it dying. */
const LIFE = 20 * 60 * 1000;

interface Upload {
  readonly address: string;
  readonly at: number;
}

const sent = new WeakMap<FilePicture, Upload>();

/** The address that the server fetches a picture by; a file is sent to it first, once for all calls. */
export async function addressOf(picture: Picture, signal: AbortSignal): Promise<string> {
  if (picture.kind === 'address') {
    return picture.address;
  }
  const before = sent.get(picture);
  if (before && Date.now() - before.at < LIFE) {
    return before.address;
  }
  const question = {
    method: 'POST',
    body: picture.file,
    type: picture.file.type || 'application/octet-stream',
    signal,
  } as const;
  const { url } = (await (await ask('files', question)).json()) as { url: string };
  sent.set(picture, { address: url, at: Date.now() });
  return url;
}
