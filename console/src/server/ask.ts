/**
 * An answer of the console's own routes that is not a success.
 * @property retryAfter the seconds that the server asks to wait
 */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly retryAfter: number | null = null,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** The code where no answer came. */
export const UNREACHABLE = 'Unreachable';

type Listener = () => void;
const expired = new Set<Listener>();

/** Calls back whenever an answer says that there is no session any more. */
export function onExpiry(listener: Listener): () => void {
  expired.add(listener);
  return () => expired.delete(listener);
}

async function refusal(answer: Response): Promise<Refusal> {
  const text = await answer.text();
  const retryAfter = Number(answer.headers.get('Retry-After')) || null;
  try {
    const { code, message } = JSON.parse(text) as { code?: string; message?: string };
    return new Refusal(answer.status, code ?? String(answer.status), message ?? text, retryAfter);
  } catch {
    return new Refusal(answer.status, String(answer.status), text || answer.statusText);
  }
}

export interface Question {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: BodyInit;
  readonly type?: string;
  readonly signal?: AbortSignal;
}

/**
 * Asks a route of the console.
 * @throws Refusal for every status but those of success, and with the code `Unreachable` where there is no answer
 */
export async function ask(path: string, question: Question = {}): Promise<Response> {
  const headers = new Headers({ 'X-Imageseg-Console': '1' });
  if (question.type) {
    headers.set('Content-Type', question.type);
  }
  const { method = 'GET', body = null, signal = null } = question;
  let answer: Response;
  try {
    answer = await fetch(`/console/api/${path}`, {
      method,
      headers,
      body,
      signal,
      credentials: 'same-origin',
    });
  } catch (failure) {
    if (signal?.aborted) {
      throw failure;
    }
    throw new Refusal(0, UNREACHABLE, String(failure));
  }
  if (answer.ok) {
    return answer;
  }
  const refused = await refusal(answer);
  if (refused.status === 401 && path !== 'session') {
    for (const listener of expired) {
      listener();
    }
  }
  throw refused;
}

export async function askJson<T>(path: string, question: Question = {}): Promise<T> {
  return (await ask(path, question)).json() as Promise<T>;
}

/** Sends a value as JSON. */
export function post(path: string, value: unknown, signal?: AbortSignal): Promise<Response> {
  const body = JSON.stringify(value);
  return ask(path, { method: 'POST', body, type: 'application/json', ...(signal && { signal }) });
}
