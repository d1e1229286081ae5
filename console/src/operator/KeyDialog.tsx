import { useState } from 'preact/hooks';
import { catalogue } from '../action/catalogue';
import { say, type Text } from '../language/language';
import { Dialog } from '../page/Dialog';
import type { Action } from '../server/description';
import { Failure } from './Failure';
import type { Key, NewKey } from './operator';
import { useDeed } from './useDeed';

const texts = {
  create: { en: 'New key', zh: '新建密钥' },
  limit: { en: 'Limit {id}', zh: '限制 {id}' },
  name: { en: 'Name, for your own use', zh: '名称（仅供自己识别）' },
  some: { en: 'Only some actions', zh: '仅部分功能' },
  rate: { en: 'Calls a minute; empty is the server’s setting', zh: '每分钟调用次数，留空则用服务器设置' },
  operator: { en: 'May open this page (operator)', zh: '可打开本页面（运维权限）' },
  make: { en: 'Create', zh: '创建' },
  keep: { en: 'Keep', zh: '保存' },
} satisfies Record<string, Text>;

interface Props {
  /** The key to limit; a new one without it. */
  readonly of: Key | null;
  readonly onKeep: (wanted: NewKey) => Promise<void>;
  readonly onClose: () => void;
}

/** What keys may be limited to: all else is open to every key. */
function limitable(): readonly Action[] {
  const known = catalogue.value;
  return known && !(known instanceof Error) ? known.actions.filter(({ asynchronous }) => asynchronous) : [];
}

function Actions({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  return (
    <div class="action-choices">
      {limitable().map(({ name }) => (
        <label key={name} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
            }
          />
          <span>{name}</span>
        </label>
      ))}
    </div>
  );
}

/** The form of a new key, or of a key's limits. */
export function KeyDialog({ of, onKeep, onClose }: Props) {
  const [name, setName] = useState('');
  const [some, setSome] = useState(of?.actions != null);
  const [chosen, setChosen] = useState<readonly string[]>(of?.actions ?? []);
  const [rate, setRate] = useState(of?.perMinute?.toString() ?? '');
  const [operator, setOperator] = useState(false);
  const { failure, act } = useDeed();
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    const limits = { actions: some ? chosen : null, perMinute: rate ? Number(rate) : null };
    act(() => onKeep({ name, operator, ...limits }));
  };
  return (
    <Dialog title={of ? say(texts.limit, { id: of.accessKeyId }) : say(texts.create)} onClose={onClose}>
      <form class="stack" onSubmit={keep}>
        {!of && (
          <label>
            {say(texts.name)}
            <input class="entry" value={name} onInput={(event) => setName(event.currentTarget.value)} />
          </label>
        )}
        <label class="check">
          <input type="checkbox" checked={some} onChange={(event) => setSome(event.currentTarget.checked)} />
          <span>{say(texts.some)}</span>
        </label>
        {some && <Actions chosen={chosen} onChange={setChosen} />}
        <label>
          {say(texts.rate)}
          <input
            class="entry"
            type="number"
            min="1"
            value={rate}
            onInput={(event) => setRate(event.currentTarget.value)}
          />
        </label>
        {!of && (
          <label class="check">
            <input
              type="checkbox"
              checked={operator}
              onChange={(event) => setOperator(event.currentTarget.checked)}
            />
            <span>{say(texts.operator)}</span>
          </label>
        )}
        <Failure failure={failure} />
        <button type="submit" class="button main">
          {say(of ? texts.keep : texts.make)}
        </button>
      </form>
    </Dialog>
  );
}
