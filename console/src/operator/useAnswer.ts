import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { standing } from '../session/session';

export interface Asked<T> {
  readonly value: T | null;
  readonly failure: Error | null;
  readonly again: () => void;
}

/** An answer of the server, asked for when a component appears or somebody signs in again, on demand, and every so many milliseconds. */
export function useAnswer<T>(ask: () => Promise<T>, every?: number): Asked<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const newest = useRef(0);
  const signedIn = standing.value.kind === 'in';
  const again = useCallback(() => {
    const asked = ++newest.current;
    const ifNewest =
      <V>(take: (value: V) => void) =>
      (value: V) => {
        if (asked === newest.current) {
          take(value);
        }
      };
    ask().then(
      ifNewest((answer: T) => {
        setValue(answer);
        setFailure(null);
      }),
      ifNewest(setFailure),
    );
  }, [ask]);
  useEffect(() => {
    if (!signedIn) {
      return;
    }
    again();
    // A page that nobody looks at keeps no session alive.
    const asking = every && setInterval(() => document.hidden || again(), every);
    return () => {
      newest.current++;
      clearInterval(asking);
    };
  }, [again, every, signedIn]);
  return { value, failure, again };
}
