import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props<T extends string> {
  readonly tabs: readonly { readonly id: T; readonly title: string }[];
  readonly chosen: T;
  readonly onChoose: (id: T) => void;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Tabs by the pattern of WAI-ARIA: arrows go from one to the next. */
export function Tabs<T extends string>({ tabs, chosen, onChoose, aside, children }: Props<T>) {
  const name = useId();
  const go = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.findIndex(({ id }) => id === chosen);
    const next = step && tabs[(at + step + tabs.length) % tabs.length];
    if (next) {
      event.preventDefault();
      onChoose(next.id);
      document.getElementById(`${name}-${next.id}`)?.focus();
    }
  };
  return (
    <>
      <div class="tab-bar">
        <div role="tablist" class="tabs" onKeyDown={go}>
          {tabs.map(({ id, title }) => (
            <button
              key={id}
              id={`${name}-${id}`}
              type="button"
              role="tab"
              aria-selected={id === chosen}
              aria-controls={`${name}-panel`}
              tabIndex={id === chosen ? 0 : -1}
              onClick={() => onChoose(id)}
            >
              {title}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${name}-panel`} aria-labelledby={`${name}-${chosen}`}>
        {children}
      </div>
    </>
  );
}
