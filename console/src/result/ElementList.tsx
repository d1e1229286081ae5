import { say, type Text } from '../language/language';
import { Icon } from '../page/Icon';
import { nearby } from '../picture/picture';
import { fileName } from './download';
import type { Placed } from './loaded';
import { inOrder, partColour, partTitle } from './parts';

const texts = {
  list: { en: 'Elements', zh: '元素' },
  element: { en: 'Element {number}', zh: '元素 {number}' },
  place: { en: '{width} × {height} at {x}, {y}', zh: '{width} × {height}，位于 ({x}, {y})' },
  sure: { en: '{percent} % sure', zh: '置信度 {percent}%' },
  download: { en: 'Download {name}', zh: '下载 {name}' },
} satisfies Record<string, Text>;

interface Props {
  readonly action: string;
  readonly placed: readonly Placed[];
  readonly lit: string | null;
  readonly onLit: (key: string | null) => void;
}

function nameOf({ cutout }: Placed): string {
  return cutout.part ? say(partTitle(cutout.part)) : say(texts.element, { number: cutout.key });
}

function details({ cutout, box }: Placed): string {
  const { x, y, width, height } = box;
  const sure = cutout.confidence;
  const parts = cutout.part ? [cutout.part] : [say(texts.place, { x, y, width, height })];
  return [...parts, ...(sure === null ? [] : [say(texts.sure, { percent: Math.round(sure * 100) })])].join(
    ' · ',
  );
}

function Swatch({ part }: { part: string }) {
  return <span class="legend-colour" style={{ backgroundColor: `rgb(${partColour(part).join()})` }} />;
}

/** The elements of a result, or the legend of the parts of a face: pointing at one lights it in the picture. */
export function ElementList({ action, placed, lit, onLit }: Props) {
  const order = inOrder(placed.map(({ cutout }) => cutout.key));
  const sorted = placed[0]?.cutout.part
    ? placed.toSorted((one, other) => order.indexOf(one.cutout.key) - order.indexOf(other.cutout.key))
    : placed;
  return (
    <ul class="elements" aria-label={say(texts.list)}>
      {sorted.map((one, index) => (
        <li
          key={one.cutout.key}
          class="element"
          data-lit={lit === one.cutout.key}
          onPointerEnter={() => onLit(one.cutout.key)}
          onPointerLeave={() => onLit(null)}
          onFocusCapture={() => onLit(one.cutout.key)}
          onBlurCapture={() => onLit(null)}
        >
          {one.cutout.part ? (
            <Swatch part={one.cutout.part} />
          ) : (
            <img class="element-picture backdrop-checker" src={one.image.src} alt="" />
          )}
          <span class="element-text">
            <strong>{nameOf(one)}</strong>
            <small>{details(one)}</small>
          </span>
          <a
            class="quiet icon-only"
            href={nearby(one.cutout.address)}
            download={fileName(action, one.cutout, index, true)}
            aria-label={say(texts.download, { name: nameOf(one) })}
            title={say(texts.download, { name: nameOf(one) })}
          >
            <Icon name="download" />
          </a>
        </li>
      ))}
    </ul>
  );
}
