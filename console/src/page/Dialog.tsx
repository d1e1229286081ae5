import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { Icon } from './Icon';

const close: Text = { en: 'Close', zh: '关闭' };

interface Props {
  readonly title: string;
  /** Without it the dialog stays until what is in it is done. */
  readonly onClose?: () => void;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** A window over the page, which keeps the focus in it while it is open. */
export function Dialog({ title, onClose, wide = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const label = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      class={wide ? 'dialog wide' : 'dialog'}
      ref={dialog}
      aria-labelledby={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header class="dialog-head">
        <h2 id={label}>{title}</h2>
        {onClose && (
          <button type="button" class="quiet icon-only" aria-label={say(close)} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}
