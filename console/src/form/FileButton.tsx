import type { ComponentChildren } from 'preact';

interface Props {
  /** Takes the device's own way to make a photo where it has one. */
  readonly camera?: boolean;
  readonly onFile: (file: File) => void;
  readonly children: ComponentChildren;
}

/** A button that lets a picture's file be chosen, the same one again too. */
export function FileButton({ camera = false, onFile, children }: Props) {
  return (
    <label class="button file-button">
      {children}
      <input
        class={camera ? 'unseen' : 'unseen first'}
        type="file"
        accept="image/*"
        {...(camera && { capture: 'environment' })}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) {
            onFile(file);
          }
        }}
      />
    </label>
  );
}
