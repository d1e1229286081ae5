import { askJson, post } from '../server/ask';

export interface Key {
  readonly accessKeyId: string;
  readonly name?: string;
  readonly enabled: boolean;
  readonly operator: boolean;
  readonly created: string;
  readonly actions: readonly string[] | null;
  readonly perMinute: number | null;
  readonly oldSecretUntil?: string | null;
}

export interface IssuedKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

export interface DayUsage {
  readonly day: string;
  readonly accessKeyId: string;
  readonly action: string;
  readonly calls: number;
  readonly refused?: number;
  readonly failed: number;
}

export interface Job {
  readonly jobId: string;
  readonly action: string;
  readonly accessKeyId: string;
  readonly status: string;
  readonly created: string;
  readonly finished?: string | null;
}

export interface Network {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly sha256: string;
  readonly loaded: boolean;
}

export interface Health {
  readonly ready: boolean;
  readonly version: string;
  readonly uptimeSeconds: number;
  readonly queue: { readonly waiting: number; readonly length: number };
  readonly engine: Readonly<Record<'name' | 'version' | 'precision' | 'device', string>> | null;
  readonly networks: readonly Network[];
}

/** What a key may do; null is everything. */
export interface Limits {
  readonly actions: readonly string[] | null;
  readonly perMinute: number | null;
}

export const keys = (): Promise<Key[]> => askJson('keys');
export const usage = (days: number): Promise<DayUsage[]> => askJson(`usage?days=${days}`);
export const jobs = (): Promise<Job[]> => askJson('jobs');
export const health = (): Promise<Health> => askJson('health');

export interface NewKey extends Limits {
  readonly name: string;
  readonly operator: boolean;
}

export async function createKey(wanted: NewKey): Promise<IssuedKey> {
  return (await post('keys', wanted)).json() as Promise<IssuedKey>;
}

function at({ accessKeyId }: Pick<Key, 'accessKeyId'>, what: string): string {
  return `keys/${encodeURIComponent(accessKeyId)}/${what}`;
}

export async function enable(key: Key, enabled: boolean): Promise<void> {
  await post(at(key, enabled ? 'enable' : 'disable'), {});
}

/** @param grace for how long the old secret still holds, as `PT1H`; absent for not at all */
export async function rotate(key: Key, grace: string | null): Promise<IssuedKey> {
  return (await post(at(key, 'rotate'), grace ? { grace } : {})).json() as Promise<IssuedKey>;
}

export async function limit(key: Key, limits: Limits): Promise<void> {
  await post(at(key, 'limit'), limits);
}
