import { useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { MaskPainter } from '../mask/MaskPainter';
import { Icon } from '../page/Icon';
import { filePicture, type Picture } from '../picture/picture';
import type { Parameter } from '../server/description';
import { AddressEntry } from './AddressEntry';
import { allowed } from './allowed';
import { CameraButton } from './Camera';
import { ChosenPicture } from './ChosenPicture';
import { pictureAt } from './draft';
import { FileButton } from './FileButton';
import { pictureIn } from './taking';

const texts = {
  choose: { en: 'Choose a file', zh: '选择文件' },
  drop: { en: 'or drop it here, or paste it', zh: '或拖放、粘贴到此处' },
  dropMask: { en: 'or drop it here', zh: '或拖放到此处' },
  paint: { en: 'Paint the mask', zh: '绘制掩码' },
  first: { en: 'Choose the photo first.', zh: '请先选择原图。' },
} satisfies Record<string, Text>;

/** The photo is what pasted pictures become; a mask can be painted over it. */
const PHOTO = 'ImageURL';
const MASK = 'MaskImageURL';

function PaintButton({ onPicture }: { onPicture: (picture: Picture) => void }) {
  const [painting, setPainting] = useState(false);
  const photo = pictureAt(PHOTO).value;
  const ready = photo?.kind === 'file' && photo.shown !== null;
  return (
    <>
      <button type="button" class="button" disabled={!ready} onClick={() => setPainting(true)}>
        <Icon name="brush" />
        {say(texts.paint)}
      </button>
      {!ready && <small class="hint paint-hint">{say(texts.first)}</small>}
      {painting && ready && (
        <MaskPainter photo={photo} onMask={onPicture} onClose={() => setPainting(false)} />
      )}
    </>
  );
}

function Sources({ parameter, onPicture }: { parameter: Parameter; onPicture: (picture: Picture) => void }) {
  const [over, setOver] = useState(false);
  const take = async (file: Blob, name: string) => onPicture(await filePicture(file, name));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const found = event.dataTransfer && pictureIn(event.dataTransfer);
    if (found instanceof File) {
      void take(found, found.name);
    } else if (found) {
      onPicture({ kind: 'address', address: found });
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way beside the buttons in it
    <div
      class="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileButton onFile={(file) => void take(file, file.name)}>
        <Icon name="picture" />
        {say(texts.choose)}
      </FileButton>
      <span class="hint">{say(parameter.name === PHOTO ? texts.drop : texts.dropMask)}</span>
      <div class="row">
        {parameter.name === MASK ? (
          <PaintButton onPicture={onPicture} />
        ) : (
          <CameraButton onPhoto={(file) => void take(file, 'camera.jpg')} />
        )}
        <AddressEntry
          name={parameter.name}
          onAddress={(address) => onPicture({ kind: 'address', address })}
        />
      </div>
    </div>
  );
}

/** A parameter that is a picture: from a file, by dropping or pasting it, from the camera, or at an address. */
export function PictureField({ parameter, lack }: { parameter: Parameter; lack: Text | null }) {
  const picture = pictureAt(parameter.name);
  const set = (next: Picture | null) => {
    picture.value = next;
  };
  return (
    <fieldset class="field" data-parameter={parameter.name}>
      <legend class="field-name">
        <code>{parameter.name}</code>
      </legend>
      <p class="hint">{say(parameter.description)}</p>
      {picture.value ? (
        <ChosenPicture picture={picture.value} parameter={parameter} onChange={set} />
      ) : (
        <Sources parameter={parameter} onPicture={set} />
      )}
      <p class="limits">{allowed(parameter)}</p>
      {lack && (
        <p class="breach" role="alert">
          {say(lack)}
        </p>
      )}
    </fieldset>
  );
}
