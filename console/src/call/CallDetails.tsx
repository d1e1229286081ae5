import { useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { duration } from '../language/numbers';
import { Listing } from '../page/Listing';
import type { Done, Failed } from './attempt';
import type { Answered, Stage } from './call';
import { stageTitle } from './stages';

const texts = {
  request: { en: 'Request', zh: '请求' },
  answer: { en: 'Answer', zh: '响应' },
  time: { en: 'Time by stage', zh: '各阶段耗时' },
  all: { en: 'In all', zh: '总计' },
  first: { en: 'The call', zh: '调用' },
  job: { en: 'Its job', zh: '任务结果' },
  format: { en: 'Format of the answer', zh: '响应格式' },
} satisfies Record<string, Text>;

function indentedJson(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}

function Times({ stages, milliseconds }: { stages: readonly Stage[]; milliseconds: number }) {
  const longest = Math.max(1, ...stages.map((stage) => stage.milliseconds));
  return (
    <table class="times">
      <tbody>
        {stages.map((stage) => (
          <tr key={stage.name}>
            <th scope="row">{say(stageTitle(stage.name))}</th>
            <td class="number">{duration(stage.milliseconds)}</td>
            <td aria-hidden="true">
              <span class="bar" style={{ width: `${(stage.milliseconds / longest) * 100}%` }} />
            </td>
          </tr>
        ))}
        <tr class="total">
          <th scope="row">{say(texts.all)}</th>
          <td class="number">{duration(milliseconds)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

function AnswerListing({ answered }: { answered: Answered }) {
  const [format, setFormat] = useState<'JSON' | 'XML'>('JSON');
  const text = format === 'JSON' ? indentedJson(answered.json) : answered.xml;
  return (
    <>
      <h3>
        {say(texts.answer)} <span class="status">{answered.status}</span>
        <span class="spring" />
        <span class="segments">
          {(['JSON', 'XML'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={one === format} onClick={() => setFormat(one)}>
              {one}
            </button>
          ))}
        </span>
      </h3>
      <Listing text={text} label={`${say(texts.answer)}, ${format}`} />
    </>
  );
}

/** The call behind a result: what was sent, what came back, and where the time went. */
export function CallDetails({ attempt: { answers } }: { attempt: Done | Failed }) {
  return (
    <div class="call-details">
      {answers.map((answered, index) => (
        <section key={answered.requestId}>
          <h2 class={answers.length > 1 ? '' : 'unseen'}>{say(index === 0 ? texts.first : texts.job)}</h2>
          <h3>{say(texts.request)}</h3>
          <Listing text={answered.request} label={say(texts.request)} />
          <AnswerListing answered={answered} />
          <h3>{say(texts.time)}</h3>
          <Times stages={answered.stages} milliseconds={answered.milliseconds} />
        </section>
      ))}
    </div>
  );
}
