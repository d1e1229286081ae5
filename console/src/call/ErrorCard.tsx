import { adviceFor } from '../language/advice';
import { say, type Text } from '../language/language';
import { duration } from '../language/numbers';
import { Icon } from '../page/Icon';
import type { ApiError } from './call';

const texts = {
  request: { en: 'RequestId {id}', zh: 'RequestId {id}' },
  wait: {
    en: 'The server asks to wait {time} (Retry-After).',
    zh: '服务器建议等待 {time}后再试（Retry-After）。',
  },
} satisfies Record<string, Text>;

/** An error with its code, the server's message, and what to do. */
export function ErrorCard({ error }: { error: ApiError }) {
  return (
    <div class="error-card" role="alert">
      <Icon name="alert" />
      <div>
        <h2>
          {error.code}
          {error.status > 0 && <span class="status bad">{error.status}</span>}
        </h2>
        <p lang="en" class="error-message">
          {error.message}
        </p>
        <p class="advice">{say(adviceFor(error.code))}</p>
        {error.retryAfter ? <p>{say(texts.wait, { time: duration(error.retryAfter * 1000) })}</p> : null}
        {error.requestId && <p class="hint">{say(texts.request, { id: error.requestId })}</p>}
      </div>
    </div>
  );
}
