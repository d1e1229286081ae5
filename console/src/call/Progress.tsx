import { useEffect, useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { duration } from '../language/numbers';
import type { Attempt, UnderWay } from './attempt';
import { OUT_OF_REACH } from './job';
import { stageTitle } from './stages';

const texts = {
  stop: { en: 'Stop waiting', zh: '停止等待' },
  job: { en: 'Job {id}', zh: '任务 {id}' },
  QUEUING: { en: 'waits for its turn', zh: '排队中' },
  away: {
    en: 'goes on at the server, which does not answer just now; asking again',
    zh: '仍在服务器上进行；服务器暂无响应，正在重试',
  },
  PROCESSING: { en: 'is being worked on', zh: '处理中' },
} satisfies Record<string, Text>;

function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(ticking);
  }, []);
  return <span class="elapsed">{duration(Math.max(0, now - since))}</span>;
}

function Steps({ stages }: { stages: readonly string[] }) {
  return (
    <ol class="steps" aria-live="polite">
      {stages.map((stage, index) => (
        <li key={stage} data-now={index === stages.length - 1}>
          {say(stageTitle(stage))}
        </li>
      ))}
    </ol>
  );
}

const standings: Readonly<Record<string, Text>> = {
  QUEUING: texts.QUEUING,
  PROCESSING: texts.PROCESSING,
  [OUT_OF_REACH]: texts.away,
};

function Job({ job }: { job: NonNullable<UnderWay['job']> }) {
  const status = standings[job.status] ?? texts.QUEUING;
  return (
    <p class="job" role="status">
      {say(texts.job, { id: job.id.slice(0, 8) })} <strong>{say(status)}</strong>
    </p>
  );
}

/** What a call is at while it runs. */
export function Progress({ attempt }: { attempt: Attempt }) {
  if (attempt.kind !== 'under way') {
    return null;
  }
  return (
    <div class="progress">
      {attempt.job ? <Job job={attempt.job} /> : <Steps stages={attempt.stages} />}
      <Elapsed since={attempt.since} />
      <button type="button" class="quiet" onClick={attempt.stop}>
        {say(texts.stop)}
      </button>
    </div>
  );
}
