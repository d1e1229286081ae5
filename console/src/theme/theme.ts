import { effect, signal } from '@preact/signals';
import { keep, kept } from '../language/memory';

export type Theme = 'system' | 'light' | 'dark';

const KEPT = 'imageseg.theme';
const ORDER: readonly Theme[] = ['system', 'light', 'dark'];

function atFirst(): Theme {
  const before = kept(KEPT);
  return ORDER.find((theme) => theme === before) ?? 'system';
}

export const theme = signal<Theme>(atFirst());

/** The one after this: the system's, light, dark. */
export function turn(): void {
  theme.value = ORDER[(ORDER.indexOf(theme.value) + 1) % ORDER.length] ?? 'system';
  keep(KEPT, theme.value);
}

effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
