import type { ComponentChildren } from 'preact';
import { LanguageSwitch } from '../language/LanguageSwitch';
import { say, type Text } from '../language/language';
import { type Session, signOut } from '../session/session';
import { ThemeSwitch } from '../theme/ThemeSwitch';
import { Icon } from './Icon';
import { Mark } from './Mark';
import { route } from './route';

const texts = {
  skip: { en: 'To the content', zh: '跳到内容' },
  pages: { en: 'Pages', zh: '页面' },
  try: { en: 'Try', zh: '体验' },
  operate: { en: 'Operate', zh: '运维' },
  out: { en: 'Sign out', zh: '退出登录' },
} satisfies Record<string, Text>;

function Account({ session }: { session: Session }) {
  return (
    <>
      <span class="account" title={session.accessKeyId}>
        <Icon name="key" />
        <code>{session.accessKeyId}</code>
      </span>
      <button
        type="button"
        class="quiet icon-only"
        aria-label={say(texts.out)}
        title={say(texts.out)}
        onClick={() => void signOut()}
      >
        <Icon name="out" />
      </button>
    </>
  );
}

function Pages() {
  const now = route.value.kind;
  return (
    <nav class="pages" aria-label={say(texts.pages)}>
      <a href="#/" aria-current={now === 'action' ? 'page' : undefined}>
        {say(texts.try)}
      </a>
      <a href="#/operator/keys" aria-current={now === 'operator' ? 'page' : undefined}>
        {say(texts.operate)}
      </a>
    </nav>
  );
}

/** The page around what it shows. */
export function Frame({ session, children }: { session: Session | null; children: ComponentChildren }) {
  const skip = () => {
    const main = document.getElementById('main');
    main?.setAttribute('tabindex', '-1');
    main?.focus();
  };
  return (
    <div class="frame">
      <header class="top">
        <button type="button" class="skip" onClick={skip}>
          {say(texts.skip)}
        </button>
        <a class="brand" href="#/">
          <Mark size={26} />
          imageseg
        </a>
        {session?.operator && <Pages />}
        <span class="spring" />
        <LanguageSwitch />
        <ThemeSwitch />
        {session && <Account session={session} />}
      </header>
      {children}
    </div>
  );
}
