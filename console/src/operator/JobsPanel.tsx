import { say, type Text } from '../language/language';
import { moment } from '../language/numbers';
import { Failure } from './Failure';
import { type Job, jobs } from './operator';
import { Table } from './Table';
import { useAnswer } from './useAnswer';

const texts = {
  job: { en: 'Job', zh: '任务' },
  action: { en: 'Action', zh: '功能' },
  key: { en: 'Key', zh: '密钥' },
  status: { en: 'Status', zh: '状态' },
  created: { en: 'Created', zh: '创建时间' },
  finished: { en: 'Finished', zh: '完成时间' },
  none: {
    en: 'No jobs. Calls with Async=true appear here.',
    zh: '暂无任务。Async=true 的调用会显示在这里。',
  },
} satisfies Record<string, Text>;

const EVERY = 3000;
const good = ['PROCESS_SUCCESS'];
const open = ['QUEUING', 'PROCESSING'];

function JobRow({ job }: { job: Job }) {
  const mood = good.includes(job.status) ? 'true' : open.includes(job.status) ? 'open' : 'false';
  return (
    <tr>
      <th scope="row">
        <code>{job.jobId}</code>
      </th>
      <td>{job.action}</td>
      <td>
        <code>{job.accessKeyId}</code>
      </td>
      <td>
        <span class="pill" data-good={mood}>
          {job.status}
        </span>
      </td>
      <td>{moment(job.created)}</td>
      <td>{job.finished ? moment(job.finished) : '–'}</td>
    </tr>
  );
}

/** Asynchronous calls, newest first, looked at again every few seconds. */
export function JobsPanel() {
  const { value, failure } = useAnswer(jobs, EVERY);
  const headings = [texts.job, texts.action, texts.key, texts.status, texts.created, texts.finished].map(
    (heading) => say(heading),
  );
  return (
    <>
      <Failure failure={failure} />
      {value?.length === 0 && <p class="hint">{say(texts.none)}</p>}
      {value && value.length > 0 && (
        <Table label={say(texts.job)} headings={headings}>
          {value.map((job) => (
            <JobRow key={job.jobId} job={job} />
          ))}
        </Table>
      )}
    </>
  );
}
