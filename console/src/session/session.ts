import { signal } from '@preact/signals';
import { ask, askJson, onExpiry, post } from '../server/ask';

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
  standing.value = { kind: 'in', session: (await answer.json()) as Session };
}

export async function signOut(): Promise<void> {
  standing.value = { kind: 'out' };
  await ask('session', { method: 'DELETE' });
}

onExpiry(() => {
  const now = standing.value;
  standing.value = now.kind === 'in' ? { kind: 'expired', session: now.session } : now;
});
