import { signal } from '@preact/signals';
import { attemptAt } from '../call/attempt';
import { orderOf } from '../form/draft';
import { say, type Text } from '../language/language';
import { Listing } from '../page/Listing';
import type { Action } from '../server/description';
import { tokens } from './highlight';
import { SECRET } from './program';
import { programOf, SOMEWHERE } from './programOf';
import { clients } from './programs';

const texts = {
  clients: { en: 'Client', zh: '客户端' },
  secret: {
    en: 'It runs as it stands once {secret} is your key’s secret.',
    zh: '将 {secret} 替换为您的密钥后即可直接运行。',
  },
  upload: {
    en: 'The file you sent can be called with for 30 minutes, by this key.',
    zh: '您上传的文件在 30 分钟内可由此密钥调用。',
  },
  somewhere: {
    en: 'Until a call was made, {address} stands for your picture.',
    zh: '尚未调用时，以 {address} 代替您的图片地址。',
  },
} satisfies Record<string, Text>;

const chosen = signal(clients[0]?.id);

function Source({ text, label }: { text: string; label: string }) {
  return (
    <Listing text={text} label={label}>
      {tokens(text).map(({ kind, text }, index) => (
        <span key={index} class={`token-${kind}`}>
          {text}
        </span>
      ))}
    </Listing>
  );
}

interface Props {
  readonly action: Action;
  readonly endpoint: string;
  readonly accessKeyId: string;
}

/** Programs that make the same call, to be taken away. */
export function CodePanel({ action, endpoint, accessKeyId }: Props) {
  const order = orderOf(action);
  const program = programOf(action, attemptAt(action.name).value, order, endpoint, accessKeyId);
  const client = clients.find(({ id }) => id === chosen.value) ?? clients[0];
  const values = Object.values(program.parameters);
  const sent =
    Object.values(order.pictures).some(({ kind }) => kind === 'file') && !values.includes(SOMEWHERE);
  return (
    <div class="code-panel">
      <fieldset class="segments">
        <legend class="unseen">{say(texts.clients)}</legend>
        {clients.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === client?.id}
            onClick={() => {
              chosen.value = id;
            }}
          >
            {say(title)}
          </button>
        ))}
      </fieldset>
      <p class="hint">
        {say(texts.secret, { secret: SECRET })} {sent && say(texts.upload)}
        {values.includes(SOMEWHERE) && say(texts.somewhere, { address: SOMEWHERE })}
      </p>
      {client && <Source text={client.write(program)} label={`${client.file}, ${say(client.title)}`} />}
    </div>
  );
}
