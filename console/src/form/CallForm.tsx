import { useRef, useState } from 'preact/hooks';
import { attempt, attemptAt } from '../call/attempt';
import { Progress } from '../call/Progress';
import { say, type Text } from '../language/language';
import { Icon } from '../page/Icon';
import { useTitle } from '../page/useTitle';
import type { Action, Parameter } from '../server/description';
import { asynchronous, type Lack, lacks, orderOf } from './draft';
import { PictureField } from './PictureField';
import { ValueField } from './ValueField';

const texts = {
  run: { en: 'Run {action}', zh: '运行 {action}' },
  later: { en: 'Run as a job', zh: '以异步任务运行' },
  laterHint: {
    en: 'Async: answered at once and followed to its end, also when the server is busy.',
    zh: 'Async：立即返回任务编号，随后自动跟踪直至完成。',
  },
} satisfies Record<string, Text>;

function Field({ action, parameter, lack }: { action: Action; parameter: Parameter; lack: Text | null }) {
  return parameter.kind === 'image' ? (
    <PictureField parameter={parameter} lack={lack} />
  ) : (
    <ValueField action={action.name} parameter={parameter} lack={lack} />
  );
}

function AsJob() {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={asynchronous.value}
        onChange={(event) => {
          asynchronous.value = event.currentTarget.checked;
        }}
      />
      <span>
        {say(texts.later)}
        <small>{say(texts.laterHint)}</small>
      </span>
    </label>
  );
}

/** The form of an action, made from the server's description of it. */
export function CallForm({ action }: { action: Action }) {
  useTitle(say(action.title));
  const [shown, setShown] = useState<readonly Lack[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const running = attemptAt(action.name).value.kind === 'under way';
  const still = lacks(action);
  const run = () => {
    setShown(still);
    if (still[0]) {
      form.current
        ?.querySelector<HTMLElement>(`[data-parameter="${still[0].parameter.name}"] .first`)
        ?.focus();
    } else if (!running) {
      void attempt(orderOf(action));
    }
  };
  const lackOf = ({ name }: Parameter) =>
    [shown, still].every((list) => list.some((lack) => lack.parameter.name === name))
      ? (still.find((lack) => lack.parameter.name === name)?.text ?? null)
      : null;
  return (
    <form
      class="call-form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <header>
        <h1>{say(action.title)}</h1>
        <p class="action-name">{action.name}</p>
        <p>{say(action.summary)}</p>
      </header>
      {action.parameters
        .filter(({ name }) => name !== 'Async')
        .map((parameter) => (
          <Field key={parameter.name} action={action} parameter={parameter} lack={lackOf(parameter)} />
        ))}
      {action.asynchronous && <AsJob />}
      <button type="submit" class="button main run" aria-disabled={running}>
        {running ? <span class="spinner" aria-hidden="true" /> : <Icon name="check" />}
        {say(texts.run, { action: action.name })}
      </button>
      <Progress attempt={attemptAt(action.name).value} />
    </form>
  );
}
