import { effect, signal } from '@preact/signals';
import { ask, askJson, onExpiry, post, Refusal } from '../server/ask';

export interface Session {
  readonly accessKeyId: string;
  readonly operator: boolean;
  readonly expires: string;
}

/** How things stand: not asked yet; nobody is signed in; somebody is; somebody was until just now. */
export type Standing =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'out' }
  | { readonly kind: 'in'; readonly session: Session }
  | { readonly kind: 'expired'; readonly session: Session };

export const standing = signal<Standing>({ kind: 'unknown' });

/** The browser's other tabs have the same session: each is told of a new one, and with null that it has ended. */
let otherTabs: BroadcastChannel | null = null;

function expire(): void {
  const now = standing.value;
  standing.value = now.kind === 'in' ? { kind: 'expired', session: now.session } : now;
}

/** Keeps this tab and the browser's others at one session from now on. */
export function shareWithOtherTabs(): void {
  otherTabs = new BroadcastChannel('imageseg.session');
  otherTabs.onmessage = ({ data }: MessageEvent<Session | null>) => {
    if (data) {
      standing.value = { kind: 'in', session: data };
    } else {
      expire();
    }
  };
}

/** Asks whether the browser still has a session; a server that does not answer is met again by signing in. */
export async function resume(): Promise<void> {
  try {
    standing.value = { kind: 'in', session: await askJson<Session>('session') };
  } catch {
    standing.value = { kind: 'out' };
  }
}

/** @throws Refusal when the key is wrong, disabled or was tried too often */
export async function signIn(accessKeyId: string, accessKeySecret: string): Promise<void> {
  const answer = await post('session', { accessKeyId, accessKeySecret });
  const session = (await answer.json()) as Session;
  standing.value = { kind: 'in', session };
  otherTabs?.postMessage(session);
}

/** Ends the session, and forgets every picture and result by loading the page anew. */
export async function signOut(): Promise<void> {
  try {
    await ask('session', { method: 'DELETE' });
    otherTabs?.postMessage(null);
  } catch {
    // A server that is gone is met again by the page that is loaded.
  }
  location.reload();
}

/** Waits until somebody is signed in. @throws the signal's reason when it is aborted before */
function signedIn(stopping: AbortSignal): Promise<void> {
  let leave = () => {};
  const waiting = new Promise<void>((resolve, reject) => {
    const unwatch = effect(() => {
      if (standing.value.kind === 'in') {
        resolve();
      }
    });
    const stop = () => reject(stopping.reason);
    stopping.addEventListener('abort', stop, { once: true });
    leave = () => {
      unwatch();
      stopping.removeEventListener('abort', stop);
    };
  });
  return waiting.finally(() => leave());
}

/** Does what needs a session; where that has ended, again as soon as there is another. */
export async function withSession<T>(work: () => Promise<T>, stopping: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (failure) {
      if (!(failure instanceof Refusal && failure.status === 401)) {
        throw failure;
      }
      await signedIn(stopping);
    }
  }
}

onExpiry(expire);
