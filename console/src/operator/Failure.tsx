import { adviceFor } from '../language/advice';
import { say } from '../language/language';
import { Refusal } from '../server/ask';

/** Why something could not be had or done. */
export function Failure({ failure }: { failure: Error | null }) {
  if (!failure) {
    return null;
  }
  const advised = failure instanceof Refusal && failure.status === 0;
  return (
    <p class="breach" role="alert">
      {advised ? say(adviceFor(failure.code)) : failure.message}
    </p>
  );
}
