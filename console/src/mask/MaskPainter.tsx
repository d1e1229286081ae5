import { useEffect, useRef, useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { Dialog } from '../page/Dialog';
import { type FilePicture, filePicture, type Picture } from '../picture/picture';
import { encoded } from '../picture/redraw';
import { BrushBar } from './BrushBar';
import { begun, continued, drawStroke, type Point, paints, type Strokes, undone } from './strokes';

const texts = {
  title: { en: 'Paint what is to be kept', zh: '涂抹需要保留的部分' },
  hint: {
    en: 'Roughly is enough: the outline is found from the photo. With the keyboard, choose a mask file instead.',
    zh: '大致涂抹即可，边缘会根据原图自动细化。若使用键盘，请改为选择掩码文件。',
  },
  use: { en: 'Use this mask', zh: '使用此掩码' },
} satisfies Record<string, Text>;

interface Props {
  readonly photo: FilePicture;
  readonly onMask: (mask: Picture) => void;
  readonly onClose: () => void;
}

const OVERLAY = '#e8357d';

function redraw(canvas: HTMLCanvasElement, strokes: Strokes, colour: string): void {
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.globalCompositeOperation = 'source-over';
  pen.clearRect(0, 0, canvas.width, canvas.height);
  for (const stroke of strokes) {
    drawStroke(pen, stroke, colour);
  }
}

/** White where something was painted, black elsewhere, in the photo's size. */
async function maskOf({ width, height }: FilePicture, strokes: Strokes): Promise<FilePicture> {
  const painted = document.createElement('canvas');
  const mask = document.createElement('canvas');
  for (const canvas of [painted, mask]) {
    canvas.width = width;
    canvas.height = height;
  }
  redraw(painted, strokes, '#ffffff');
  const pen = mask.getContext('2d') as CanvasRenderingContext2D;
  pen.fillStyle = '#000000';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(painted, 0, 0);
  return filePicture(await encoded(mask, 'image/png'), 'mask.png');
}

/** Paints a coarse mask over a photo with a brush. */
export function MaskPainter({ photo, onMask, onClose }: Props) {
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [erases, setErases] = useState(false);
  const [size, setSize] = useState(Math.round(Math.max(photo.width, photo.height) / 12));
  const canvas = useRef<HTMLCanvasElement>(null);
  const down = useRef(false);
  useEffect(() => {
    if (canvas.current) {
      redraw(canvas.current, strokes, OVERLAY);
    }
  }, [strokes]);
  const pointOf = (event: PointerEvent): Point => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const scale = photo.width / box.width;
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
  };
  const begin = (event: PointerEvent) => {
    const target = event.currentTarget as HTMLElement;
    target.setPointerCapture(event.pointerId);
    down.current = true;
    const point = pointOf(event);
    setStrokes((now) => begun(now, size, erases, point));
  };
  const go = (event: PointerEvent) => {
    if (down.current) {
      const point = pointOf(event);
      setStrokes((now) => continued(now, point));
    }
  };
  const use = async () => {
    onMask(await maskOf(photo, strokes));
    onClose();
  };
  return (
    <Dialog title={say(texts.title)} onClose={onClose} wide>
      <p class="hint">{say(texts.hint)}</p>
      <BrushBar
        size={size}
        most={Math.max(photo.width, photo.height) / 3}
        erases={erases}
        canUndo={strokes.length > 0}
        onSize={setSize}
        onErases={setErases}
        onUndo={() => setStrokes(undone)}
      />
      <div class="painter">
        <img src={photo.shown ?? ''} alt="" draggable={false} />
        <canvas
          ref={canvas}
          width={photo.width}
          height={photo.height}
          onPointerDown={begin}
          onPointerMove={go}
          onPointerUp={() => {
            down.current = false;
          }}
        />
      </div>
      <button type="button" class="button main" disabled={!paints(strokes)} onClick={() => void use()}>
        {say(texts.use)}
      </button>
    </Dialog>
  );
}
