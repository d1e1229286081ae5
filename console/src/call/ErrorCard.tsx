import { adviceFor } from '../language/advice';
import { say, type Text } from '../language/language';
import { Icon } from '../page/Icon';
import type { ApiError } from './call';

const request: Text = { en: 'RequestId {id}', zh: 'RequestId {id}' };

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
        {error.requestId && <p class="hint">{say(request, { id: error.requestId })}</p>}
      </div>
    </div>
  );
}
