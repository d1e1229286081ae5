import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { copy } from './copy';
import { Icon } from './Icon';

const texts = {
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  selected: { en: 'Selected: press Ctrl+C', zh: '已选中：请按 Ctrl+C' },
} satisfies Record<string, Text>;

interface Props {
  readonly text: string;
  readonly label: string;
  /** The text with marks in it, if it has any. */
  readonly children?: ComponentChildren;
}

/** A text to be read and copied as it stands. */
export function Listing({ text, label, children }: Props) {
  const [said, setSaid] = useState<Text>(texts.copy);
  const onCopy = async (event: MouseEvent) => {
    const listing = (event.currentTarget as HTMLElement).closest('.listing')?.querySelector('code');
    setSaid((await copy(text, listing ?? null)) ? texts.copied : texts.selected);
    setTimeout(() => setSaid(texts.copy), 2000);
  };
  return (
    <div class="listing">
      <section class="listing-text" tabIndex={0} aria-label={label}>
        <pre>
          <code>{children ?? text}</code>
        </pre>
      </section>
      <button type="button" class="button small" onClick={(event) => void onCopy(event)}>
        <Icon name="copy" />
        <span aria-live="polite">{say(said)}</span>
      </button>
    </div>
  );
}
