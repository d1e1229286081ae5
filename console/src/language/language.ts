import { effect, signal } from '@preact/signals';
import { keep, kept } from './memory';

export type Language = 'en' | 'zh';

/** A text in every language of the page; `{name}` is where a value goes. */
export type Text = Readonly<Record<Language, string>>;

export type Values = Readonly<Record<string, string | number>>;

const KEPT = 'imageseg.language';

/** The language that a browser's list of preferred ones asks for. */
export function preferred(tags: readonly string[]): Language {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'en' || primary === 'zh') {
      return primary;
    }
  }
  return 'en';
}

function atFirst(): Language {
  const before = kept(KEPT);
  return before === 'en' || before === 'zh' ? before : preferred(navigator.languages);
}

export const language = signal<Language>(typeof navigator === 'undefined' ? 'en' : atFirst());

export function speak(chosen: Language): void {
  keep(KEPT, chosen);
  language.value = chosen;
}

/** Puts values into a text. */
export function filled(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** A text in the language that is spoken; a component that calls this is drawn anew when the language changes. */
export function say(text: Text, values: Values = {}): string {
  return filled(text[language.value], values);
}

if (typeof document !== 'undefined') {
  effect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
  });
}
