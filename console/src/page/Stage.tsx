import { useEffect, useRef, useState } from 'preact/hooks';
import type { Attempt } from '../call/attempt';
import { CallDetails } from '../call/CallDetails';
import { ErrorCard } from '../call/ErrorCard';
import { CodePanel } from '../code/CodePanel';
import { pictureAt } from '../form/draft';
import { say, type Text } from '../language/language';
import { duration } from '../language/numbers';
import { ResultView } from '../result/ResultView';
import type { Action } from '../server/description';
import { Mark } from './Mark';
import { Tabs } from './Tabs';

interface Props {
  readonly action: Action;
  readonly attempt: Attempt;
  readonly endpoint: string;
  readonly accessKeyId: string;
}

const texts = {
  stage: { en: 'Result', zh: '结果' },
  result: { en: 'Result', zh: '结果' },
  call: { en: 'Call', zh: '调用' },
  code: { en: 'Code', zh: '代码' },
  empty: { en: 'The result will be here', zh: '结果将显示在这里' },
  emptyHint: {
    en: 'Drop a photo anywhere on this page, paste one, or choose a file; then run.',
    zh: '将照片拖放到页面任意位置、粘贴或选择文件，然后运行。',
  },
  emptyForm: { en: 'Fill in the form; then run.', zh: '填写表单，然后运行。' },
  noCall: { en: 'Run the action to see the call behind it.', zh: '运行后可查看完整调用。' },
  took: { en: '{time} at the server', zh: '服务器耗时 {time}' },
} satisfies Record<string, Text>;

/** Where the stage lies below the form, so that a run has to bring it into sight. */
const BELOW = '(max-width: 820px)';

type Part = 'result' | 'call' | 'code';

function takesPicture({ parameters }: Action): boolean {
  return parameters.some(({ kind }) => kind === 'image');
}

function Empty({ action }: { action: Action }) {
  return (
    <div class="empty">
      <Mark size={72} />
      <h2>{say(texts.empty)}</h2>
      <p>{say(takesPicture(action) ? texts.emptyHint : texts.emptyForm)}</p>
    </div>
  );
}

function ResultPart({ action, attempt, endpoint }: Omit<Props, 'accessKeyId'>) {
  const photo = pictureAt('ImageURL').value;
  const shown = photo?.kind === 'file' ? photo.shown : null;
  switch (attempt.kind) {
    case 'done':
      return <ResultView action={action} done={attempt} endpoint={endpoint} />;
    case 'failed':
      return <ErrorCard error={attempt.error} />;
    default:
      return shown && takesPicture(action) ? (
        <div class="preview" data-busy={attempt.kind === 'under way'}>
          <img src={shown} alt="" />
        </div>
      ) : (
        <Empty action={action} />
      );
  }
}

function Took({ attempt }: { attempt: Attempt }) {
  if (attempt.kind !== 'done') {
    return null;
  }
  const time = attempt.answers.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return (
    <p class="took" role="status">
      {say(texts.took, { time: duration(time) })}
    </p>
  );
}

/** What came of an action: the result to look at, the call, and the code. */
export function Stage(props: Props) {
  const { action, attempt, endpoint, accessKeyId } = props;
  const [part, setPart] = useState<Part>('result');
  const section = useRef<HTMLElement>(null);
  const { kind } = attempt;
  useEffect(() => {
    if (kind === 'under way' && matchMedia(BELOW).matches) {
      section.current?.scrollIntoView({ block: 'start' });
    }
  }, [kind]);
  const made = attempt.kind === 'done' || attempt.kind === 'failed';
  const panels: Record<Part, () => preact.ComponentChild> = {
    result: () => <ResultPart action={action} attempt={attempt} endpoint={endpoint} />,
    call: () =>
      made ? <CallDetails attempt={attempt} /> : <p class="hint stage-note">{say(texts.noCall)}</p>,
    code: () => <CodePanel action={action} endpoint={endpoint} accessKeyId={accessKeyId} />,
  };
  const tabs = (['result', 'call', 'code'] as const).map((id) => ({ id, title: say(texts[id]) }));
  return (
    <section class="stage" ref={section} aria-label={say(texts.stage)}>
      <Tabs tabs={tabs} chosen={part} onChoose={setPart} aside={<Took attempt={attempt} />}>
        {panels[part]()}
      </Tabs>
    </section>
  );
}
