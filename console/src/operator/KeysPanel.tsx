import { useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { count, moment } from '../language/numbers';
import { Icon } from '../page/Icon';
import { Failure } from './Failure';
import { KeyDialog } from './KeyDialog';
import { createKey, enable, type IssuedKey, type Key, keys, limit } from './operator';
import { RotateDialog } from './RotateDialog';
import { SecretDialog } from './SecretDialog';
import { useAnswer } from './useAnswer';

const texts = {
  create: { en: 'New key', zh: '新建密钥' },
  key: { en: 'Key', zh: '密钥' },
  state: { en: 'State', zh: '状态' },
  may: { en: 'May call', zh: '可调用' },
  rate: { en: 'A minute', zh: '每分钟' },
  created: { en: 'Created', zh: '创建时间' },
  acts: { en: 'Change', zh: '操作' },
  on: { en: 'enabled', zh: '已启用' },
  off: { en: 'disabled', zh: '已停用' },
  operator: { en: 'operator', zh: '运维' },
  all: { en: 'every action', zh: '全部功能' },
  standard: { en: 'as set', zh: '默认' },
  limit: { en: 'Limit', zh: '限制' },
  rotate: { en: 'Rotate', zh: '轮换' },
  enable: { en: 'Enable', zh: '启用' },
  disable: { en: 'Disable', zh: '停用' },
  old: { en: 'old secret until {time}', zh: '旧密钥有效至 {time}' },
} satisfies Record<string, Text>;

type Doing =
  | { readonly kind: 'create' }
  | { readonly kind: 'limit' | 'rotate'; readonly key: Key }
  | { readonly kind: 'secret'; readonly issued: IssuedKey };

interface RowProps {
  readonly one: Key;
  readonly onDo: (doing: Doing) => void;
  readonly onEnable: (key: Key) => void;
}

function KeyRow({ one, onDo, onEnable }: RowProps) {
  return (
    <tr data-off={!one.enabled}>
      <th scope="row">
        <code>{one.accessKeyId}</code>
        {one.name && <small>{one.name}</small>}
      </th>
      <td>
        <span class="pill" data-good={one.enabled}>
          {say(one.enabled ? texts.on : texts.off)}
        </span>
        {one.operator && <span class="pill">{say(texts.operator)}</span>}
        {one.oldSecretUntil && <small>{say(texts.old, { time: moment(one.oldSecretUntil) })}</small>}
      </td>
      <td>{one.actions ? one.actions.join(', ') : say(texts.all)}</td>
      <td class="number">{one.perMinute === null ? say(texts.standard) : count(one.perMinute)}</td>
      <td>{moment(one.created)}</td>
      <td class="acts">
        <button type="button" class="button small" onClick={() => onDo({ kind: 'limit', key: one })}>
          {say(texts.limit)}
        </button>
        <button type="button" class="button small" onClick={() => onDo({ kind: 'rotate', key: one })}>
          {say(texts.rotate)}
        </button>
        <button type="button" class="button small" onClick={() => onEnable(one)}>
          {say(one.enabled ? texts.disable : texts.enable)}
        </button>
      </td>
    </tr>
  );
}

function Window({ doing, onDone }: { doing: Doing; onDone: (next: Doing | null) => void }) {
  const close = () => onDone(null);
  switch (doing.kind) {
    case 'create':
      return (
        <KeyDialog
          of={null}
          onClose={close}
          onKeep={async (wanted) => onDone({ kind: 'secret', issued: await createKey(wanted) })}
        />
      );
    case 'limit':
      return (
        <KeyDialog
          of={doing.key}
          onClose={close}
          onKeep={async ({ actions, perMinute }) => {
            await limit(doing.key, { actions, perMinute });
            close();
          }}
        />
      );
    case 'rotate':
      return (
        <RotateDialog
          of={doing.key}
          onClose={close}
          onIssued={(issued) => onDone({ kind: 'secret', issued })}
        />
      );
    case 'secret':
      return <SecretDialog issued={doing.issued} onClose={close} />;
  }
}

/** Callers' keys: made, limited, rotated, switched off and on. */
export function KeysPanel() {
  const { value, failure, again } = useAnswer(keys);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [wrong, setWrong] = useState<Error | null>(null);
  const headings = [texts.key, texts.state, texts.may, texts.rate, texts.created, texts.acts];
  const done = (next: Doing | null) => {
    setDoing(next);
    again();
  };
  return (
    <>
      <button type="button" class="button main" onClick={() => setDoing({ kind: 'create' })}>
        <Icon name="plus" />
        {say(texts.create)}
      </button>
      <Failure failure={failure ?? wrong} />
      {value && (
        <section class="table-box" tabIndex={0} aria-label={say(texts.key)}>
          <table class="table">
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading.en} scope="col">
                    {say(heading)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {value.map((one) => (
                <KeyRow
                  key={one.accessKeyId}
                  one={one}
                  onDo={setDoing}
                  onEnable={(key) => enable(key, !key.enabled).then(again, setWrong)}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {doing && <Window key={doing.kind} doing={doing} onDone={done} />}
    </>
  );
}
