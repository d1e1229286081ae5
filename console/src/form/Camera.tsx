import { useEffect, useRef, useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { Dialog } from '../page/Dialog';
import { Icon } from '../page/Icon';
import { canvasOf, encoded } from '../picture/redraw';
import { FileButton } from './FileButton';

const texts = {
  camera: { en: 'Camera', zh: '拍照' },
  take: { en: 'Take the photo', zh: '拍摄' },
  none: { en: 'The camera cannot be used: {why}', zh: '无法使用摄像头：{why}' },
} satisfies Record<string, Text>;

interface Props {
  readonly onPhoto: (photo: Blob) => void;
}

function CameraDialog({ onPhoto, onClose }: Props & { onClose: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let wanted = true;
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment', width: 1280, height: 960 } })
      .then(
        (opened) => {
          stream = opened;
          if (wanted && video.current) {
            video.current.srcObject = opened;
          } else {
            stop();
          }
        },
        (why: Error) => setFailure(why.message),
      );
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) {
        track.stop();
      }
    };
    return () => {
      wanted = false;
      stop();
    };
  }, []);
  const take = async () => {
    const seen = video.current;
    if (seen?.videoWidth) {
      onPhoto(await encoded(canvasOf(seen, seen.videoWidth, seen.videoHeight), 'image/jpeg', 0.95));
      onClose();
    }
  };
  return (
    <Dialog title={say(texts.camera)} onClose={onClose}>
      {failure ? (
        <p class="breach" role="alert">
          {say(texts.none, { why: failure })}
        </p>
      ) : (
        <>
          <video class="camera" ref={video} autoplay playsInline muted />
          <button type="button" class="button main" onClick={() => void take()}>
            {say(texts.take)}
          </button>
        </>
      )}
    </Dialog>
  );
}

/** The camera where the browser lets the page have it; elsewhere (plain HTTP) the device's own way to take a photo. */
export function CameraButton({ onPhoto }: Props) {
  const [open, setOpen] = useState(false);
  if (!window.isSecureContext || !navigator.mediaDevices) {
    return (
      <FileButton camera onFile={onPhoto}>
        <Icon name="camera" />
        {say(texts.camera)}
      </FileButton>
    );
  }
  return (
    <>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        <Icon name="camera" />
        {say(texts.camera)}
      </button>
      {open && <CameraDialog onPhoto={onPhoto} onClose={() => setOpen(false)} />}
    </>
  );
}
