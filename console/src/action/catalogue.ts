import { signal } from '@preact/signals';
import { askJson } from '../server/ask';
import type { Description } from '../server/description';

/** What the server can do; null until it has said so. */
export const catalogue = signal<Description | Error | null>(null);

export async function learn(): Promise<void> {
  try {
    catalogue.value = await askJson<Description>('actions');
  } catch (failure) {
    catalogue.value = failure as Error;
  }
}
