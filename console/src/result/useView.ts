import type { RefObject } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { fitted, held, moved, type Size, type View, zoomedAt } from './view';

const STEP = 1.25;
const ARROW = 40;

export interface Viewing {
  readonly view: View;
  readonly viewer: Size;
  readonly zoomTo: (scale: number) => void;
  readonly zoomBy: (steps: number) => void;
  readonly fitAll: () => void;
  readonly onWheel: (event: WheelEvent) => void;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Zooming and moving of a picture in an element, by wheel, pointer and keys; it stays fitted until somebody zooms. */
export function useView(element: RefObject<HTMLElement | null>, picture: Size): Viewing {
  const [viewer, setViewer] = useState<Size>({ width: 1, height: 1 });
  const [chosen, setChosen] = useState<View | null>(null);
  const { width, height } = picture;

  useEffect(() => {
    const box = element.current;
    if (!box) {
      return;
    }
    const watching = new ResizeObserver(() =>
      setViewer({ width: box.clientWidth, height: box.clientHeight }),
    );
    watching.observe(box);
    return () => watching.disconnect();
  }, [element]);
  useEffect(() => setChosen(null), [width, height]);

  const view = chosen ?? fitted({ width, height }, viewer);
  const change = useCallback(
    (to: (from: View) => View) =>
      setChosen((now) => held(to(now ?? fitted({ width, height }, viewer)), { width, height }, viewer)),
    [width, height, viewer],
  );
  const middle = { x: viewer.width / 2, y: viewer.height / 2 };
  const zoomTo = (scale: number) => change((from) => zoomedAt(from, scale, middle));
  const zoomBy = (steps: number) => change((from) => zoomedAt(from, from.scale * STEP ** steps, middle));
  const move = (dx: number, dy: number) => change((from) => moved(from, dx, dy));

  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const box = element.current?.getBoundingClientRect();
    const point = { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
    change((from) => zoomedAt(from, from.scale * STEP ** Math.sign(-event.deltaY), point));
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) {
      return;
    }
    let [x, y] = [event.clientX, event.clientY];
    const target = event.currentTarget as HTMLElement;
    const drag = (next: PointerEvent) => {
      move(next.clientX - x, next.clientY - y);
      [x, y] = [next.clientX, next.clientY];
    };
    const drop = () => {
      target.removeEventListener('pointermove', drag);
      target.removeEventListener('pointerup', drop);
      target.removeEventListener('pointercancel', drop);
    };
    target.setPointerCapture(event.pointerId);
    target.addEventListener('pointermove', drag);
    target.addEventListener('pointerup', drop);
    target.addEventListener('pointercancel', drop);
  };
  const keys: Record<string, () => void> = {
    '+': () => zoomBy(1),
    '=': () => zoomBy(1),
    '-': () => zoomBy(-1),
    '0': () => setChosen(null),
    '1': () => zoomTo(1),
    ArrowLeft: () => move(ARROW, 0),
    ArrowRight: () => move(-ARROW, 0),
    ArrowUp: () => move(0, ARROW),
    ArrowDown: () => move(0, -ARROW),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.target === event.currentTarget ? keys[event.key] : undefined;
    if (act && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      act();
    }
  };
  return { view, viewer, zoomTo, zoomBy, fitAll: () => setChosen(null), onWheel, onPointerDown, onKeyDown };
}
