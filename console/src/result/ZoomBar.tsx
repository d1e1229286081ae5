import { say, type Text } from '../language/language';
import { Icon, type IconName } from '../page/Icon';
import type { Viewing } from './useView';

const texts = {
  out: { en: 'Zoom out', zh: '缩小' },
  into: { en: 'Zoom in', zh: '放大' },
  all: { en: 'Show all', zh: '显示全部' },
  one: { en: 'One screen pixel for each', zh: '原始像素' },
} satisfies Record<string, Text>;

function Button({ name, icon, act }: { name: string; icon: IconName; act: () => void }) {
  return (
    <button type="button" class="quiet icon-only" aria-label={name} title={name} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}

export function ZoomBar({ viewing }: { viewing: Viewing }) {
  return (
    <div class="zoom-bar">
      <Button name={say(texts.out)} icon="minus" act={() => viewing.zoomBy(-1)} />
      <button type="button" class="quiet zoom-scale" title={say(texts.one)} onClick={() => viewing.zoomTo(1)}>
        {Math.round(viewing.view.scale * 100)} %
      </button>
      <Button name={say(texts.into)} icon="plus" act={() => viewing.zoomBy(1)} />
      <Button name={say(texts.all)} icon="fit" act={viewing.fitAll} />
    </div>
  );
}
