import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { catalogue, learn } from '../action/catalogue';
import { say, type Text } from '../language/language';
import { SignIn } from '../session/SignIn';
import { SignInPage } from '../session/SignInPage';
import { type Session, standing } from '../session/session';
import { Dialog } from './Dialog';
import { Frame } from './Frame';
import { route } from './route';
import { TryPage } from './TryPage';

const texts = {
  expired: { en: 'Your session has ended', zh: '会话已过期' },
  again: { en: 'Sign in again; what is on the page stays.', zh: '请重新登录，页面内容会保留。' },
  unreachable: { en: 'The server does not answer: {why}', zh: '服务器无响应：{why}' },
  retry: { en: 'Try again', zh: '重试' },
} satisfies Record<string, Text>;

export function App() {
  const now = standing.value;
  switch (now.kind) {
    case 'unknown':
      return (
        <Frame session={null}>
          <main id="main" />
        </Frame>
      );
    case 'out':
      return <SignInPage />;
    default:
      return (
        <Frame session={now.session}>
          <Content session={now.session} />
          {now.kind === 'expired' && (
            <Dialog title={say(texts.expired)}>
              <p>{say(texts.again)}</p>
              <SignIn id={now.session.accessKeyId} />
            </Dialog>
          )}
        </Frame>
      );
  }
}

/** The operator's page is fetched when somebody opens it. */
function Operator({ part }: { part: string }) {
  const [Page, setPage] = useState<ComponentType<{ part: string }> | null>(null);
  useEffect(() => {
    void import('../operator/OperatorPage').then((room) => setPage(() => room.OperatorPage));
  }, []);
  return Page && <Page part={part} />;
}

function Content({ session }: { session: Session }) {
  const known = catalogue.value;
  if (known instanceof Error) {
    return (
      <main class="stage-note" id="main">
        <p role="alert">{say(texts.unreachable, { why: known.message })}</p>
        <button type="button" class="button" onClick={() => void learn()}>
          {say(texts.retry)}
        </button>
      </main>
    );
  }
  if (!known) {
    return null;
  }
  const where = route.value;
  if (where.kind === 'operator' && session.operator) {
    return <Operator part={where.part} />;
  }
  const name = where.kind === 'action' ? where.name : '';
  return <TryPage description={known} name={name} accessKeyId={session.accessKeyId} />;
}
