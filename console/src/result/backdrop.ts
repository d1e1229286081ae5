import { signal } from '@preact/signals';
import type { Text } from '../language/language';

/** What a cutout is laid on; kept while other results are looked at. */
export type Backdrop =
  | { readonly kind: 'checker' | 'white' | 'black' | 'magenta' }
  | { readonly kind: 'colour'; readonly colour: string }
  | { readonly kind: 'picture'; readonly shown: string };

export const backdrop = signal<Backdrop>({ kind: 'checker' });

/** The last colour of one's own. */
export const ownColour = signal('#2f7d6b');

export const plain: readonly {
  readonly kind: 'checker' | 'white' | 'black' | 'magenta';
  readonly title: Text;
}[] = [
  { kind: 'checker', title: { en: 'Checkerboard', zh: '棋盘格' } },
  { kind: 'white', title: { en: 'White', zh: '白色' } },
  { kind: 'black', title: { en: 'Black', zh: '黑色' } },
  { kind: 'magenta', title: { en: 'Magenta', zh: '品红' } },
];
