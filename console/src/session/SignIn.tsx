import { useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { Refusal } from '../server/ask';
import { signIn } from './session';

const texts = {
  id: { en: 'AccessKeyId', zh: 'AccessKeyId' },
  secret: { en: 'AccessKeySecret', zh: 'AccessKeySecret' },
  enter: { en: 'Sign in', zh: '登录' },
  wrong: { en: 'No key of this server has this id and secret.', zh: '密钥 ID 或密钥不正确。' },
  disabled: { en: 'This key is disabled. Ask the operator.', zh: '该密钥已停用，请联系管理员。' },
  often: {
    en: 'Tried too often. Wait {seconds} seconds, then try again.',
    zh: '尝试次数过多，请 {seconds} 秒后再试。',
  },
  unreachable: { en: 'The server does not answer.', zh: '服务器无响应。' },
} satisfies Record<string, Text>;

const reasons: Readonly<Record<number, Text>> = {
  0: texts.unreachable,
  401: texts.wrong,
  403: texts.disabled,
  429: texts.often,
};

const A_MINUTE = 60;

interface Reason {
  readonly text: Text;
  readonly seconds: number;
}

function reasonOf(failure: unknown): Reason {
  const said = String((failure as Error).message);
  const refusal = failure instanceof Refusal ? failure : null;
  return {
    text: (refusal && reasons[refusal.status]) ?? { en: said, zh: said },
    seconds: refusal?.retryAfter ?? A_MINUTE,
  };
}

/** Asks for a key and its secret, which the browser may keep as it keeps passwords. */
export function SignIn({ id = '' }: { id?: string }) {
  const [failure, setFailure] = useState<Reason | null>(null);
  const [busy, setBusy] = useState(false);
  const enter = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    try {
      await signIn(String(given.get('id')).trim(), String(given.get('secret')).trim());
    } catch (why) {
      setFailure(reasonOf(why));
      setBusy(false);
    }
  };
  return (
    <form class="sign-in" onSubmit={(event) => void enter(event)}>
      <label>
        {say(texts.id)}
        <input
          class="entry"
          name="id"
          autocomplete="username"
          required
          value={id}
          spellcheck={false}
          autofocus={!id}
        />
      </label>
      <label>
        {say(texts.secret)}
        <input
          class="entry"
          name="secret"
          type="password"
          autocomplete="current-password"
          required
          autofocus={id !== ''}
        />
      </label>
      {failure && (
        <p class="breach" role="alert">
          {say(failure.text, { seconds: failure.seconds })}
        </p>
      )}
      <button type="submit" class="button main" disabled={busy}>
        {say(texts.enter)}
      </button>
    </form>
  );
}
