import { Refusal } from '../server/ask';
import { withSession } from '../session/session';
import { type Answered, type ApiError, type Data, makeCall, meaningOf } from './call';

/** How a job stands, from the Data of GetAsyncJobResult. */
export type JobStanding =
  | { readonly kind: 'under way'; readonly status: string }
  | { readonly kind: 'succeeded'; readonly data: Data }
  | { readonly kind: 'failed'; readonly error: ApiError };

const underWay = ['QUEUING', 'PROCESSING'];

/** Time between two questions, in milliseconds. */
const PAUSE = 1000;

export function jobStanding(data: Data): JobStanding {
  const status = String(data.Status);
  if (underWay.includes(status)) {
    return { kind: 'under way', status };
  }
  if (status === 'PROCESS_SUCCESS') {
    return { kind: 'succeeded', data: JSON.parse(String(data.Result)) as Data };
  }
  const code = String(data.ErrorCode ?? status);
  return { kind: 'failed', error: { status: 200, code, message: String(data.ErrorMessage ?? status) } };
}

function standingIn(answered: Answered): JobStanding {
  const meaning = meaningOf(answered);
  return meaning.kind === 'data' ? jobStanding(meaning.data) : { kind: 'failed', error: meaning.error };
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, PAUSE);
    signal.addEventListener('abort', stop, { once: true });
  });
}

export interface Ended {
  readonly answered: Answered;
  readonly standing: Exclude<JobStanding, { kind: 'under way' }>;
}

/** The job stands as before, but nobody knows how: the server was not reached. */
export const OUT_OF_REACH = 'OUT_OF_REACH';

async function asked(job: string, stopping: AbortSignal): Promise<Answered | null> {
  try {
    const ask = () => makeCall('GetAsyncJobResult', { JobId: job }, () => {}, stopping);
    return await withSession(ask, stopping);
  } catch (failure) {
    if (stopping.aborted || (failure instanceof Refusal && failure.status > 0)) {
      throw failure;
    }
    return null;
  }
}

/** Asks for a job until it has ended, also through a session that ends and a server that is gone for a while. */
export async function followJob(
  job: string,
  onStatus: (status: string) => void,
  signal: AbortSignal,
): Promise<Ended> {
  for (;;) {
    const answered = await asked(job, signal);
    const standing = answered && standingIn(answered);
    if (standing && standing.kind !== 'under way') {
      return { answered, standing };
    }
    onStatus(standing?.status ?? OUT_OF_REACH);
    await pause(signal);
  }
}
