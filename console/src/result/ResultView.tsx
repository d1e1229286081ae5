import { useMemo, useState } from 'preact/hooks';
import type { Done } from '../call/attempt';
import { say, type Text } from '../language/language';
import { shownOf } from '../picture/picture';
import type { Action } from '../server/description';
import { BackdropPicker } from './BackdropPicker';
import { Downloads } from './Downloads';
import { ElementList } from './ElementList';
import { BoxLayers, CutoutLayers, MaskedLayers, PartLayers } from './layers';
import { type Loaded, useLoaded } from './loaded';
import { type Mode, modesOf, modeTitles } from './modes';
import { outcomeOf } from './outcome';
import { Viewer } from './Viewer';

const texts = {
  modes: { en: 'What is shown', zh: '显示方式' },
  elsewhere: {
    en: 'The photo is on another host, which this page never loads from, so there is nothing to compare with.',
    zh: '原图位于其他主机，本页面不会从那里加载内容，因此无法对比。',
  },
  gone: { en: 'The result cannot be shown: {why}', zh: '无法显示结果：{why}' },
  none: { en: 'This answer has no pictures; see “Call”.', zh: '该结果不含图片，请查看“调用”。' },
} satisfies Record<string, Text>;

interface Layers {
  readonly mode: Mode;
  readonly loaded: Loaded;
  readonly lit: string | null;
  readonly onLit: (key: string | null) => void;
}

function After({ mode, loaded, lit, onLit }: Layers) {
  switch (mode) {
    case 'boxes':
      return <BoxLayers loaded={loaded} lit={lit} onLit={onLit} />;
    case 'map':
      return <PartLayers loaded={loaded} lit={lit} />;
    case 'masked':
      return <MaskedLayers loaded={loaded} />;
    default:
      return <CutoutLayers loaded={loaded} lit={lit} />;
  }
}

function ModeSwitch({
  modes,
  mode,
  onMode,
}: {
  modes: readonly Mode[];
  mode: Mode;
  onMode: (mode: Mode) => void;
}) {
  return (
    <fieldset class="segments">
      <legend class="unseen">{say(texts.modes)}</legend>
      {modes.map((one) => (
        <button key={one} type="button" aria-pressed={one === mode} onClick={() => onMode(one)}>
          {say(modeTitles[one])}
        </button>
      ))}
    </fieldset>
  );
}

/** A map hides the photo that it is of, so the divider begins beside it, not across it. */
const MAP_SPLIT = 0.05;
const HALF = 0.5;

/** A result as people look at it. */
export function ResultView({ action, done, endpoint }: { action: Action; done: Done; endpoint: string }) {
  const outcome = useMemo(() => outcomeOf(done.data, action.result), [done, action]);
  const loaded = useLoaded(outcome, shownOf(done.order.pictures.ImageURL ?? null, endpoint));
  const [chosen, setChosen] = useState<Mode | null>(null);
  const [lit, setLit] = useState<string | null>(null);
  if (outcome.cutouts.length === 0) {
    return <p class="hint stage-note">{say(texts.none)}</p>;
  }
  if (loaded instanceof Error) {
    return (
      <p class="hint stage-note" role="alert">
        {say(texts.gone, { why: loaded.message })}
      </p>
    );
  }
  if (!loaded) {
    return <div class="stage-wait" aria-busy="true" />;
  }
  const modes = modesOf(action, done.parameters, loaded.aligned);
  const mode = chosen && modes.includes(chosen) ? chosen : (modes[0] as Mode);
  const before = loaded.aligned && mode !== 'boxes' ? loaded.photo : null;
  return (
    <div class="result" data-result={done.answers[0]?.requestId}>
      <div class="result-bar">
        {modes.length > 1 && <ModeSwitch modes={modes} mode={mode} onMode={setChosen} />}
        {(mode === 'cutout' || mode === 'masked') && <BackdropPicker />}
        <span class="spring" />
        <Downloads action={action.name} cutouts={outcome.cutouts} />
      </div>
      <Viewer
        key={String(mode === 'map')}
        width={loaded.width}
        height={loaded.height}
        before={before}
        split={mode === 'map' ? MAP_SPLIT : HALF}
      >
        <After mode={mode} loaded={loaded} lit={lit} onLit={setLit} />
      </Viewer>
      {!loaded.photo && <p class="hint">{say(texts.elsewhere)}</p>}
      {action.result.elements && action.name !== 'RefineMask' && (
        <ElementList action={action.name} placed={loaded.placed} lit={lit} onLit={setLit} />
      )}
    </div>
  );
}
