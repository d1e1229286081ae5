import { useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { Icon } from '../page/Icon';
import { Failure } from './Failure';
import { KeyDialog } from './KeyDialog';
import { KeyRow } from './KeyRow';
import { createKey, enable, type IssuedKey, type Key, keys, limit } from './operator';
import { RotateDialog } from './RotateDialog';
import { SecretDialog } from './SecretDialog';
import { Table } from './Table';
import { useAnswer } from './useAnswer';

const texts = {
  create: { en: 'New key', zh: '新建密钥' },
  key: { en: 'Key', zh: '密钥' },
  state: { en: 'State', zh: '状态' },
  may: { en: 'May call', zh: '可调用' },
  rate: { en: 'A minute', zh: '每分钟' },
  created: { en: 'Created', zh: '创建时间' },
  acts: { en: 'Change', zh: '操作' },
} satisfies Record<string, Text>;

type Doing =
  | { readonly kind: 'create' }
  | { readonly kind: 'limit' | 'rotate'; readonly key: Key }
  | { readonly kind: 'secret'; readonly issued: IssuedKey };

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
  const headings = [texts.key, texts.state, texts.may, texts.rate, texts.created, texts.acts].map((heading) =>
    say(heading),
  );
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
        <Table label={say(texts.key)} headings={headings}>
          {value.map((one) => (
            <KeyRow
              key={one.accessKeyId}
              one={one}
              onDo={setDoing}
              onEnable={(key) => enable(key, !key.enabled).then(again, setWrong)}
            />
          ))}
        </Table>
      )}
      {doing && <Window key={doing.kind} doing={doing} onDone={done} />}
    </>
  );
}
