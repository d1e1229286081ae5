import { useEffect, useState } from 'preact/hooks';
import { ActionList } from '../action/ActionList';
import { attemptAt } from '../call/attempt';
import { CallForm } from '../form/CallForm';
import { pictureAt } from '../form/draft';
import { pictureIn } from '../form/taking';
import { say, type Text } from '../language/language';
import { filePicture } from '../picture/picture';
import type { Description } from '../server/description';
import { Stage } from './Stage';

const texts = {
  drop: { en: 'Drop the photo', zh: '松开以使用此图片' },
} satisfies Record<string, Text>;

async function take(transfer: DataTransfer | null, textToo: boolean): Promise<void> {
  const found = transfer && pictureIn(transfer);
  if (found instanceof File) {
    pictureAt('ImageURL').value = await filePicture(found, found.name);
  } else if (found && textToo) {
    pictureAt('ImageURL').value = { kind: 'address', address: found };
  }
}

/** Pictures that are pasted, or dropped anywhere on the page, become the photo. */
function useTaking(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const typing = event.target instanceof HTMLInputElement;
      void take(event.clipboardData, !typing);
    };
    const drag = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!event.relatedTarget) {
        setOver(false);
      }
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      void take(event.dataTransfer, true);
    };
    const end = () => setOver(false);
    const listeners = { paste, dragover: drag, dragleave: leave, drop } as unknown as Record<
      string,
      EventListener
    >;
    for (const [name, listener] of Object.entries(listeners)) {
      addEventListener(name, listener);
    }
    addEventListener('drop', end, true);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        removeEventListener(name, listener);
      }
      removeEventListener('drop', end, true);
    };
  }, []);
  return over;
}

/** Every action with its form, its result, the call behind it and the code for it. */
export function TryPage({
  description,
  name,
  accessKeyId,
}: {
  description: Description;
  name: string;
  accessKeyId: string;
}) {
  const over = useTaking();
  const action = description.actions.find((one) => one.name === name) ?? description.actions[0];
  if (!action) {
    return null;
  }
  return (
    <div class="try" data-over={over}>
      <ActionList actions={description.actions} chosen={action} />
      <main class="desk" id="main">
        <CallForm key={action.name} action={action} />
        <Stage
          key={`stage ${action.name}`}
          action={action}
          attempt={attemptAt(action.name).value}
          endpoint={description.endpoint}
          accessKeyId={accessKeyId}
        />
      </main>
      {over && <div class="drop-veil">{say(texts.drop)}</div>}
    </div>
  );
}
