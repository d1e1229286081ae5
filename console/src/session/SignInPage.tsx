import { catalogue } from '../action/catalogue';
import { say, type Text } from '../language/language';
import { Frame } from '../page/Frame';
import { Mark } from '../page/Mark';
import { SignIn } from './SignIn';

const texts = {
  title: { en: 'Cut it out, on your own machine', zh: '抠图，就在自己的机器上' },
  intro: {
    en: 'Try every action on your own photos, look at the result, and take the code.',
    zh: '用自己的照片体验每个功能，查看结果，并取走代码。',
  },
  key: {
    en: 'The first start of the server prints a key; {command} makes another.',
    zh: '服务器首次启动时会打印一个密钥；也可用 {command} 新建。',
  },
  actions: { en: 'Actions of this server', zh: '本服务器的功能' },
} satisfies Record<string, Text>;

function Actions() {
  const known = catalogue.value;
  if (!known || known instanceof Error) {
    return null;
  }
  return (
    <ul class="welcome-actions" aria-label={say(texts.actions)}>
      {known.actions
        .filter(({ asynchronous }) => asynchronous)
        .map((action) => (
          <li key={action.name}>{say(action.title)}</li>
        ))}
    </ul>
  );
}

/** What people see before they are known. */
export function SignInPage() {
  return (
    <Frame session={null}>
      <main class="welcome" id="main">
        <div class="welcome-text">
          <Mark size={64} />
          <h1>{say(texts.title)}</h1>
          <p>{say(texts.intro)}</p>
          <Actions />
        </div>
        <div class="card">
          <SignIn />
          <p class="hint">{say(texts.key, { command: './imageseg keys create' })}</p>
        </div>
      </main>
    </Frame>
  );
}
