import { say, type Text } from '../language/language';
import { Icon } from '../page/Icon';
import { type Backdrop, backdrop, ownColour, plain } from './backdrop';

const texts = {
  group: { en: 'Background', zh: '背景' },
  colour: { en: 'Any colour', zh: '任意颜色' },
  picture: { en: 'A picture of your own', zh: '自选图片' },
} satisfies Record<string, Text>;

function choose(next: Backdrop): void {
  const before = backdrop.value;
  if (before.kind === 'picture') {
    URL.revokeObjectURL(before.shown);
  }
  backdrop.value = next;
}

function ownPicture(event: Event): void {
  const input = event.currentTarget as HTMLInputElement;
  const file = input.files?.[0];
  if (file) {
    choose({ kind: 'picture', shown: URL.createObjectURL(file) });
  }
  input.value = '';
}

export function BackdropPicker() {
  const now = backdrop.value.kind;
  return (
    <fieldset class="backdrops">
      <legend class="unseen">{say(texts.group)}</legend>
      {plain.map(({ kind, title }) => (
        <button
          key={kind}
          type="button"
          class={`swatch backdrop-${kind}`}
          aria-label={say(title)}
          title={say(title)}
          aria-pressed={now === kind}
          onClick={() => choose({ kind })}
        />
      ))}
      <input
        class="swatch"
        data-chosen={now === 'colour'}
        type="color"
        value={ownColour.value}
        aria-label={say(texts.colour)}
        title={say(texts.colour)}
        onInput={(event) => {
          ownColour.value = event.currentTarget.value;
          choose({ kind: 'colour', colour: ownColour.value });
        }}
        onClick={() => choose({ kind: 'colour', colour: ownColour.value })}
      />
      <label class="swatch swatch-picture" title={say(texts.picture)} data-chosen={now === 'picture'}>
        <Icon name="picture" />
        <input
          class="unseen"
          type="file"
          accept="image/*"
          aria-label={say(texts.picture)}
          onChange={ownPicture}
        />
      </label>
    </fieldset>
  );
}
