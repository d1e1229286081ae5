import { post } from '../server/ask';
import { lines } from '../server/lines';

export interface Stage {
  readonly name: string;
  readonly milliseconds: number;
}

/**
 * A call of the API that was answered, well or not: the last line of POST /console/api/calls.
 * @property retryAfter the seconds that the server asks to wait before the same call is made again
 */
export interface Answered {
  readonly status: number;
  readonly requestId: string;
  readonly request: string;
  readonly json: string;
  readonly xml: string;
  readonly retryAfter: number | null;
  readonly milliseconds: number;
  readonly stages: readonly Stage[];
}

export type Parameters = Readonly<Record<string, string>>;

type Line = Answered | { readonly stage: string };

/**
 * Makes a call by way of the console.
 * @param onStage told of each stage as it begins
 * @throws Refusal when the console itself refuses
 */
export async function makeCall(
  action: string,
  parameters: Parameters,
  onStage: (stage: string) => void,
  signal: AbortSignal,
): Promise<Answered> {
  const answer = await post('calls', { action, parameters }, signal);
  if (!answer.body) {
    throw new Error('the answer has no body');
  }
  for await (const line of lines<Line>(answer.body)) {
    if ('status' in line) {
      return line;
    }
    onStage(line.stage);
  }
  throw new Error('the answer ended before the call did');
}

export interface ApiError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
  readonly retryAfter?: number | null;
}

export type Data = Readonly<Record<string, unknown>>;

/** What an answer of the API is: its Data (what it has beside the RequestId where it has none), or an error. */
export type Meaning =
  | { readonly kind: 'data'; readonly data: Data }
  | { readonly kind: 'error'; readonly error: ApiError };

export function meaningOf(answered: Answered): Meaning {
  const { RequestId, Data, ...rest } = JSON.parse(answered.json) as Record<string, unknown>;
  if (answered.status >= 400) {
    const { status, retryAfter } = answered;
    const error = { status, code: String(rest.Code), message: String(rest.Message), retryAfter };
    return { kind: 'error', error: { ...error, requestId: String(RequestId) } };
  }
  return { kind: 'data', data: (Data as Data | undefined) ?? rest };
}
