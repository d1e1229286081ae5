import { type Signal, signal } from '@preact/signals';
import type { Order } from '../call/attempt';
import type { Text } from '../language/language';
import { breaches } from '../picture/limits';
import type { Picture } from '../picture/picture';
import type { Action, Parameter } from '../server/description';

const pictures = new Map<string, Signal<Picture | null>>();
const values = new Map<string, Signal<string>>();

/** The picture chosen for a parameter: the same for every action, so that one photo can be tried with all. */
export function pictureAt(parameter: string): Signal<Picture | null> {
  const known = pictures.get(parameter) ?? signal<Picture | null>(null);
  pictures.set(parameter, known);
  return known;
}

/** What a parameter is before anybody chooses: its default, or the first choice where one must be made. */
function standardOf({ required, choices = [], default: standard }: Parameter): string {
  return standard ?? (required ? choices[0]?.value : undefined) ?? '';
}

/** The value given to a parameter of an action. */
export function valueAt(action: string, parameter: Parameter): Signal<string> {
  const place = `${action} ${parameter.name}`;
  const known = values.get(place) ?? signal(standardOf(parameter));
  values.set(place, known);
  return known;
}

/** Asynchronous calls are a choice of the form, whether or not the action lists it among its parameters. */
export const asynchronous = signal(false);

export interface Lack {
  readonly parameter: Parameter;
  readonly text: Text;
}

const texts = {
  picture: { en: 'Choose a picture first.', zh: '请先选择图片。' },
  limits: { en: 'The picture is beyond the limits.', zh: '图片超出限制。' },
  value: { en: 'Fill this in first.', zh: '请先填写此项。' },
} satisfies Record<string, Text>;

function lackOf(action: Action, parameter: Parameter): Text | null {
  if (parameter.kind !== 'image') {
    return parameter.required && !valueAt(action.name, parameter).value ? texts.value : null;
  }
  const picture = pictureAt(parameter.name).value;
  if (!picture) {
    return parameter.required ? texts.picture : null;
  }
  return picture.kind === 'file' && breaches(picture, parameter).length > 0 ? texts.limits : null;
}

/** What keeps an action from being run as the form stands. */
export function lacks(action: Action): readonly Lack[] {
  return action.parameters.flatMap((parameter) => {
    const text = lackOf(action, parameter);
    return text ? [{ parameter, text }] : [];
  });
}

/** The call that the form describes. */
export function orderOf(action: Action): Order {
  const chosen: Record<string, Picture> = {};
  const given: Record<string, string> = {};
  for (const parameter of action.parameters) {
    const picture = parameter.kind === 'image' ? pictureAt(parameter.name).value : null;
    const value = parameter.kind === 'image' ? '' : valueAt(action.name, parameter).value;
    if (picture) {
      chosen[parameter.name] = picture;
    }
    if (value) {
      given[parameter.name] = value;
    }
  }
  if (action.asynchronous && asynchronous.value) {
    given.Async = 'true';
  }
  return { action: action.name, pictures: chosen, values: given };
}
