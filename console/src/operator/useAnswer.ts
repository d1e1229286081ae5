import { useCallback, useEffect, useState } from 'preact/hooks';

export interface Asked<T> {
  readonly value: T | null;
  readonly failure: Error | null;
  readonly again: () => void;
}

/** An answer of the server, asked for when a component appears, on demand, and every so many milliseconds. */
export function useAnswer<T>(ask: () => Promise<T>, every?: number): Asked<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const again = useCallback(() => {
    ask().then((answer) => {
      setValue(answer);
      setFailure(null);
    }, setFailure);
  }, [ask]);
  useEffect(() => {
    again();
    const asking = every === undefined ? undefined : setInterval(again, every);
    return () => clearInterval(asking);
  }, [again, every]);
  return { value, failure, again };
}
