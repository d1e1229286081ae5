import type { RefObject } from 'preact';
import { say, type Text } from '../language/language';

interface Props {
  readonly split: number;
  readonly onSplit: (split: number) => void;
  readonly within: RefObject<HTMLElement | null>;
}

const texts = {
  label: { en: 'Before and after', zh: '前后对比' },
  value: { en: '{before} % before, {after} % after', zh: '处理前 {before}%，处理后 {after}%' },
  before: { en: 'Before', zh: '处理前' },
  after: { en: 'After', zh: '处理后' },
} satisfies Record<string, Text>;

/** The part of the viewer that a name beside the line needs; with less, it would be cut off. */
const ROOM = 0.12;

/** The line between before and after: dragged by its grip, or moved by the keys of a slider. */
export function Divider({ split, onSplit, within }: Props) {
  const percent = Math.round(split * 100);
  const drag = (event: PointerEvent) => {
    event.stopPropagation();
    const grip = event.currentTarget as HTMLElement;
    const follow = (next: PointerEvent) => {
      const box = within.current?.getBoundingClientRect();
      if (box) {
        onSplit(Math.min(1, Math.max(0, (next.clientX - box.left) / box.width)));
      }
    };
    grip.setPointerCapture(event.pointerId);
    grip.addEventListener('pointermove', follow);
    const drop = () => grip.removeEventListener('pointermove', follow);
    grip.addEventListener('pointerup', drop, { once: true });
    grip.addEventListener('pointercancel', drop, { once: true });
  };
  return (
    <>
      <input
        class="divider-keys"
        type="range"
        min="0"
        max="100"
        value={percent}
        aria-label={say(texts.label)}
        aria-valuetext={say(texts.value, { before: percent, after: 100 - percent })}
        onInput={(event) => onSplit(Number(event.currentTarget.value) / 100)}
      />
      <div class="divider" style={{ left: `${split * 100}%` }} onPointerDown={drag} aria-hidden="true">
        {split > ROOM && <span class="divider-name divider-before">{say(texts.before)}</span>}
        <span class="divider-grip" />
        {split < 1 - ROOM && <span class="divider-name divider-after">{say(texts.after)}</span>}
      </div>
    </>
  );
}
