import { useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { Dialog } from '../page/Dialog';
import { Failure } from './Failure';
import { type IssuedKey, type Key, rotate } from './operator';
import { useDeed } from './useDeed';

const texts = {
  title: { en: 'Another secret for {id}', zh: '为 {id} 更换密钥' },
  how: { en: 'The old secret', zh: '旧密钥' },
  rotate: { en: 'Rotate', zh: '轮换' },
} satisfies Record<string, Text>;

const graces: readonly { readonly value: string | null; readonly title: Text }[] = [
  { value: 'PT1H', title: { en: 'holds for an hour more', zh: '继续有效 1 小时' } },
  { value: 'PT24H', title: { en: 'holds for a day more', zh: '继续有效 1 天' } },
  { value: null, title: { en: 'ends at once', zh: '立即失效' } },
];

interface Props {
  readonly of: Key;
  readonly onIssued: (issued: IssuedKey) => void;
  readonly onClose: () => void;
}

/** Gives a key another secret. */
export function RotateDialog({ of, onIssued, onClose }: Props) {
  const [grace, setGrace] = useState(graces[0]?.value ?? null);
  const { failure, act } = useDeed();
  return (
    <Dialog title={say(texts.title, { id: of.accessKeyId })} onClose={onClose}>
      <fieldset class="stack">
        <legend>{say(texts.how)}</legend>
        {graces.map(({ value, title }) => (
          <label key={title.en} class="check">
            <input type="radio" name="grace" checked={grace === value} onChange={() => setGrace(value)} />
            <span>{say(title)}</span>
          </label>
        ))}
      </fieldset>
      <Failure failure={failure} />
      <button type="button" class="button main" onClick={() => act(() => rotate(of, grace).then(onIssued))}>
        {say(texts.rotate)}
      </button>
    </Dialog>
  );
}
