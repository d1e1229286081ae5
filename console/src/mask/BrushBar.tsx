import { say, type Text } from '../language/language';
import { Icon } from '../page/Icon';

const texts = {
  size: { en: 'Brush', zh: '画笔' },
  paint: { en: 'Paint', zh: '涂抹' },
  erase: { en: 'Erase', zh: '擦除' },
  undo: { en: 'Undo', zh: '撤销' },
} satisfies Record<string, Text>;

interface Props {
  readonly size: number;
  readonly most: number;
  readonly erases: boolean;
  readonly canUndo: boolean;
  readonly onSize: (size: number) => void;
  readonly onErases: (erases: boolean) => void;
  readonly onUndo: () => void;
}

export function BrushBar({ size, most, erases, canUndo, onSize, onErases, onUndo }: Props) {
  return (
    <div class="row brush-bar">
      <div class="segments">
        <button type="button" aria-pressed={!erases} onClick={() => onErases(false)}>
          <Icon name="brush" />
          {say(texts.paint)}
        </button>
        <button type="button" aria-pressed={erases} onClick={() => onErases(true)}>
          <Icon name="eraser" />
          {say(texts.erase)}
        </button>
      </div>
      <label class="row">
        {say(texts.size)}
        <input
          type="range"
          min="2"
          max={Math.round(most)}
          value={size}
          onInput={(event) => onSize(Number(event.currentTarget.value))}
        />
        <output>{size} px</output>
      </label>
      <button type="button" class="button" disabled={!canUndo} onClick={onUndo}>
        <Icon name="undo" />
        {say(texts.undo)}
      </button>
    </div>
  );
}
