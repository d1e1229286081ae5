import { useEffect, useRef } from 'preact/hooks';
import { attemptAt } from '../call/attempt';
import { say, type Text } from '../language/language';
import type { Action } from '../server/description';
import { familiesOf, familyTitle } from './families';

const label: Text = { en: 'Actions', zh: '功能' };

/** Every action the server has, by family. */
export function ActionList({ actions, chosen }: { actions: readonly Action[]; chosen: Action }) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = nav.current;
    const link = box?.querySelector<HTMLElement>('[aria-current]');
    if (box && link && box.scrollWidth > box.clientWidth) {
      box.scrollLeft = link.offsetLeft - (box.clientWidth - link.offsetWidth) / 2;
    }
  }, [chosen]);
  return (
    <nav class="actions" ref={nav} aria-label={say(label)}>
      {familiesOf(actions).map((family) => (
        <section key={family.name}>
          <h2>{say(familyTitle(family.name))}</h2>
          <ul>
            {family.actions.map((action) => (
              <li key={action.name}>
                <a href={`#/${action.name}`} aria-current={action === chosen ? 'page' : undefined}>
                  <span>{say(action.title)}</span>
                  <small>{action.name}</small>
                  <i class="dot" data-state={attemptAt(action.name).value.kind} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
