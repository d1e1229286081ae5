import { expect, test } from 'vitest';
import { type Answered, meaningOf } from './call';
import { jobStanding } from './job';

function answered(status: number, json: unknown): Answered {
  const rest = { requestId: 'R', request: '', xml: '', retryAfter: null, milliseconds: 1, stages: [] };
  return { status, json: JSON.stringify(json), ...rest };
}

test('an answer with Data is a result', () => {
  const meaning = meaningOf(answered(200, { RequestId: 'R', Data: { ImageURL: 'http://h/a.png' } }));
  expect(meaning).toEqual({ kind: 'data', data: { ImageURL: 'http://h/a.png' } });
});

test('an answer without Data is what else it has', () => {
  const meaning = meaningOf(answered(200, { RequestId: 'R', Message: 'accepted' }));
  expect(meaning).toEqual({ kind: 'data', data: { Message: 'accepted' } });
});

test('a failure has its code, message and request', () => {
  expect(meaningOf(answered(400, { RequestId: 'R', Code: 'InvalidImage.URL', Message: 'no' }))).toEqual({
    kind: 'error',
    error: { status: 400, code: 'InvalidImage.URL', message: 'no', requestId: 'R', retryAfter: null },
  });
});

test.each(['QUEUING', 'PROCESSING'])('a job that is %s is under way', (status) => {
  expect(jobStanding({ JobId: 'J', Status: status })).toEqual({ kind: 'under way', status });
});

test('the result of a job is the Data of the synchronous answer', () => {
  const standing = jobStanding({ Status: 'PROCESS_SUCCESS', Result: '{"ImageURL":"http://h/a.png"}' });
  expect(standing).toEqual({ kind: 'succeeded', data: { ImageURL: 'http://h/a.png' } });
});

test('a job that failed says why', () => {
  const standing = jobStanding({
    Status: 'PROCESS_FAILED',
    ErrorCode: 'InvalidImage.Content',
    ErrorMessage: 'no face',
  });
  expect(standing).toMatchObject({
    kind: 'failed',
    error: { code: 'InvalidImage.Content', message: 'no face' },
  });
});

test('a job without an error of its own fails by its status', () => {
  expect(jobStanding({ Status: 'TIMEOUT_FAILED' })).toMatchObject({ error: { code: 'TIMEOUT_FAILED' } });
});
