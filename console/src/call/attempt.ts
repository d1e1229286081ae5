import { signal as cell, type Signal } from '@preact/signals';
import type { Picture } from '../picture/picture';
import { Refusal, UNREACHABLE } from '../server/ask';
import { withSession } from '../session/session';
import { type Answered, type ApiError, type Data, makeCall, meaningOf, type Parameters } from './call';
import { followJob } from './job';
import { addressOf } from './upload';

/** What is asked of an action: pictures, which may have to be sent first, and other values. */
export interface Order {
  readonly action: string;
  readonly pictures: Readonly<Record<string, Picture>>;
  readonly values: Parameters;
}

/** What people see while they wait; `upload` is the page's own stage, the others are the server's. */
export interface UnderWay {
  readonly kind: 'under way';
  readonly stages: readonly string[];
  readonly job: { readonly id: string; readonly status: string } | null;
  readonly since: number;
  readonly stop: () => void;
}

/** @property answers the API's, in the order they came: one, or two where a job was followed */
export interface Done {
  readonly kind: 'done';
  readonly order: Order;
  readonly parameters: Parameters;
  readonly answers: readonly Answered[];
  readonly data: Data;
}

export interface Failed {
  readonly kind: 'failed';
  readonly order: Order;
  readonly parameters: Parameters;
  readonly answers: readonly Answered[];
  readonly error: ApiError;
}

export type Attempt = { readonly kind: 'none' } | UnderWay | Done | Failed;

const attempts = new Map<string, Signal<Attempt>>();

/** The last attempt at an action, kept while people look at others. */
export function attemptAt(action: string): Signal<Attempt> {
  const known = attempts.get(action) ?? cell<Attempt>({ kind: 'none' });
  attempts.set(action, known);
  return known;
}

function errorOf(failure: unknown): ApiError {
  if (failure instanceof Refusal) {
    const { status, code, message, retryAfter } = failure;
    return { status, code, message, retryAfter };
  }
  return { status: 0, code: UNREACHABLE, message: String(failure) };
}

async function addresses(order: Order, signal: AbortSignal): Promise<Parameters> {
  const found: Record<string, string> = {};
  for (const [name, picture] of Object.entries(order.pictures)) {
    found[name] = await addressOf(picture, signal);
  }
  return { ...found, ...order.values };
}

/**
 * Makes a call and, where it is asynchronous, follows its job; whatever happens becomes the attempt's end. While one is
 * under way, another is not begun.
 */
export async function attempt(order: Order): Promise<void> {
  const here = attemptAt(order.action);
  if (here.value.kind === 'under way') {
    return;
  }
  const stopping = new AbortController();
  const since = Date.now();
  let stages: readonly string[] = [];
  let parameters: Parameters = order.values;
  const answers: Answered[] = [];
  const show = (job: UnderWay['job'] = null) => {
    here.value = { kind: 'under way', stages, job, since, stop: () => stopping.abort() };
  };
  const onStage = (stage: string) => {
    stages = [...stages.filter((before) => before !== stage), stage];
    show();
  };
  const fail = (error: ApiError) => {
    here.value = { kind: 'failed', order, parameters, answers, error };
  };
  const succeed = (data: Data) => {
    here.value = { kind: 'done', order, parameters, answers, data };
  };
  try {
    onStage('upload');
    parameters = await withSession(() => addresses(order, stopping.signal), stopping.signal);
    const sent = parameters;
    const answered = await withSession(
      () => makeCall(order.action, sent, onStage, stopping.signal),
      stopping.signal,
    );
    answers.push(answered);
    const meaning = meaningOf(answered);
    if (meaning.kind === 'error') {
      return fail(meaning.error);
    }
    if (parameters.Async !== 'true') {
      return succeed(meaning.data);
    }
    const id = answered.requestId;
    show({ id, status: 'QUEUING' });
    const ended = await followJob(id, (status) => show({ id, status }), stopping.signal);
    answers.push(ended.answered);
    return ended.standing.kind === 'succeeded' ? succeed(ended.standing.data) : fail(ended.standing.error);
  } catch (failure) {
    if (stopping.signal.aborted) {
      here.value = { kind: 'none' };
    } else {
      fail(errorOf(failure));
    }
  }
}
