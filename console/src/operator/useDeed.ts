import { useRef, useState } from 'preact/hooks';

interface Deed {
  readonly failure: Error | null;
  readonly act: (work: () => Promise<unknown>) => void;
}

/** What is done once however often it is asked for, and again only after it failed. */
export function useDeed(): Deed {
  const [failure, setFailure] = useState<Error | null>(null);
  const begun = useRef(false);
  const act = (work: () => Promise<unknown>) => {
    if (begun.current) {
      return;
    }
    begun.current = true;
    work().catch((why: Error) => {
      begun.current = false;
      setFailure(why);
    });
  };
  return { failure, act };
}
