import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { Divider } from './Divider';
import { useView } from './useView';
import type { View } from './view';
import { ZoomBar } from './ZoomBar';

interface Props {
  readonly width: number;
  readonly height: number;
  /** What lies left of the divider; without it there is none. */
  readonly before: HTMLImageElement | null;
  /** Where the divider is at first: the part that shows what was before. */
  readonly split?: number;
  readonly children: ComponentChildren;
}

const label: Text = {
  en: 'Picture: plus and minus zoom, arrows move, 0 shows all',
  zh: '图片：加减键缩放，方向键移动，0 显示全部',
};

/** Screen pixels for one of the picture from which on each is shown as a square. */
const SQUARES = 3;

function sheetStyle(view: View, width: number, height: number) {
  return {
    width: `${width}px`,
    height: `${height}px`,
    transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
    '--zoom': String(view.scale),
  };
}

/** A picture that can be zoomed to its pixels and moved, and compared with the one before. */
export function Viewer({ width, height, before, split: first = 0.5, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const viewing = useView(box, { width, height });
  const [split, setSplit] = useState(first);
  const { view, onWheel } = viewing;
  useEffect(() => {
    // Preact's own listeners are passive for wheels, which would scroll the page as well.
    const element = box.current;
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  });
  const sheet = sheetStyle(view, width, height);
  const look = view.scale >= SQUARES ? 'sheet squares' : 'sheet';
  return (
    <div class="viewer">
      <div
        class="viewer-window"
        ref={box}
        tabIndex={0}
        role="group"
        aria-label={say(label)}
        onPointerDown={viewing.onPointerDown}
        onKeyDown={viewing.onKeyDown}
        onDblClick={viewing.fitAll}
      >
        <div class={look} style={sheet}>
          {children}
        </div>
        {before && (
          <div class="pane" style={{ clipPath: `inset(0 ${(1 - split) * 100}% 0 0)` }}>
            <div class={look} style={sheet}>
              <img class="layer" src={before.src} alt="" draggable={false} />
            </div>
          </div>
        )}
        {before && <Divider split={split} onSplit={setSplit} within={box} />}
      </div>
      <ZoomBar viewing={viewing} />
    </div>
  );
}
