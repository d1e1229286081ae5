import type { Attempt, Order } from '../call/attempt';
import type { Parameters } from '../call/call';
import type { Action } from '../server/description';
import type { Program } from './program';

/** Stands for a picture that has no address yet. */
export const SOMEWHERE = 'https://example.com/photo.jpg';

function parametersOf(order: Order): Parameters {
  const pictures = Object.entries(order.pictures).map(([name, picture]) => [
    name,
    picture.kind === 'address' ? picture.address : SOMEWHERE,
  ]);
  return { ...Object.fromEntries(pictures), ...order.values };
}

/** The program for the last call of an action, or for the one that the form describes as long as none was made. */
export function programOf(
  action: Action,
  attempt: Attempt,
  order: Order,
  endpoint: string,
  accessKeyId: string,
): Program {
  const made = attempt.kind === 'done' || attempt.kind === 'failed';
  const required = action.parameters.filter(({ kind, required }) => kind === 'image' && required);
  const places = Object.fromEntries(required.map(({ name }) => [name, SOMEWHERE]));
  const parameters = made ? attempt.parameters : parametersOf(order);
  const { pictures, elements } = action.result;
  return {
    endpoint,
    accessKeyId,
    action: action.name,
    version: action.version,
    parameters: { ...places, ...parameters },
    asynchronous: parameters.Async === 'true',
    pictures: pictures.length === 0 ? 'none' : elements ? 'elements' : 'data',
  };
}
