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

/** Asks for a job until it has ended. */
export async function followJob(
  job: string,
  onStatus: (status: string) => void,
  signal: AbortSignal,
): Promise<Ended> {
  for (;;) {
    const answered = await makeCall('GetAsyncJobResult', { JobId: job }, () => {}, signal);
    const meaning = meaningOf(answered);
    const standing: JobStanding =
      meaning.kind === 'data' ? jobStanding(meaning.data) : { kind: 'failed', error: meaning.error };
    if (standing.kind !== 'under way') {
      return { answered, standing };
    }
    onStatus(standing.status);
    await pause(signal);
  }
}
