import { backdrop } from './backdrop';

/** The sheet below a cutout. */
export function BackdropLayer() {
  const now = backdrop.value;
  if (now.kind === 'picture') {
    return <img class="layer backdrop-picture" src={now.shown} alt="" draggable={false} />;
  }
  if (now.kind === 'colour') {
    return <div class="layer" style={{ backgroundColor: now.colour }} />;
  }
  return <div class={`layer backdrop-${now.kind}`} />;
}
