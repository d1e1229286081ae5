import { say, type Text } from '../language/language';
import { Icon } from '../page/Icon';
import { type Theme, theme, turn } from './theme';

const names: Record<Theme, Text> = {
  system: { en: 'Colours: as the system', zh: '配色：跟随系统' },
  light: { en: 'Colours: light', zh: '配色：浅色' },
  dark: { en: 'Colours: dark', zh: '配色：深色' },
};

const icons = { system: 'contrast', light: 'sun', dark: 'moon' } as const;

export function ThemeSwitch() {
  const name = say(names[theme.value]);
  return (
    <button type="button" class="quiet icon-only" aria-label={name} title={name} onClick={turn}>
      <Icon name={icons[theme.value]} />
    </button>
  );
}
