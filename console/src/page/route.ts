import { signal } from '@preact/signals';

/** Where in the page somebody is: an action's name, or a part of the operator's page. */
export type Route =
  | { readonly kind: 'action'; readonly name: string }
  | { readonly kind: 'operator'; readonly part: string };

export function routeOf(hash: string): Route {
  const [, first = '', second = ''] = hash.replace(/^#/, '').split('/');
  return first === 'operator'
    ? { kind: 'operator', part: second || 'keys' }
    : { kind: 'action', name: first };
}

export const route = signal<Route>({ kind: 'action', name: '' });

/** Follows the address from now on. */
export function follow(): void {
  const read = () => {
    route.value = routeOf(location.hash);
  };
  addEventListener('hashchange', read);
  read();
}
