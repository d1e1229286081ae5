import { useEffect, useRef } from 'preact/hooks';
import { BackdropLayer } from './BackdropLayer';
import type { Loaded, Placed } from './loaded';
import { pixelsOf } from './loaded';
import { coloured, inOrder, partColour } from './parts';

function placeStyle({ cutout, box }: Placed) {
  const at = cutout.box ? box : null;
  return at ? { left: `${at.x}px`, top: `${at.y}px`, width: `${at.width}px`, height: `${at.height}px` } : {};
}

/** Cutouts where they belong, on the background; those that are not lit are dimmed while one is. */
export function CutoutLayers({ loaded, lit }: { loaded: Loaded; lit: string | null }) {
  return (
    <>
      <BackdropLayer />
      {loaded.placed.map((placed) => (
        <img
          key={placed.cutout.key}
          class={placed.cutout.box ? 'placed' : 'layer'}
          data-dim={lit !== null && lit !== placed.cutout.key}
          style={placeStyle(placed)}
          src={placed.image.src}
          alt=""
          draggable={false}
        />
      ))}
    </>
  );
}

interface Painting {
  readonly loaded: Loaded;
  readonly paint: (pen: CanvasRenderingContext2D) => void;
  readonly of: unknown;
}

function Painted({ loaded: { width, height }, paint, of }: Painting) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (pen) {
      pen.clearRect(0, 0, width, height);
      paint(pen);
    }
  }, [width, height, of]);
  return <canvas class="layer" ref={canvas} width={width} height={height} />;
}

function pixelCanvas(pixels: Uint8ClampedArray, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const data = new ImageData(new Uint8ClampedArray(pixels), width, height);
  canvas.getContext('2d')?.putImageData(data, 0, 0);
  return canvas;
}

/** The parts of a face, each in its colour, over the faded photo. */
export function PartLayers({ loaded, lit }: { loaded: Loaded; lit: string | null }) {
  const byName = new Map(loaded.placed.map((placed) => [placed.cutout.key, placed]));
  const paint = (pen: CanvasRenderingContext2D) => {
    for (const name of inOrder([...byName.keys()])) {
      const { data, width, height } = pixelsOf((byName.get(name) as Placed).image);
      pen.globalAlpha = lit === null || lit === name ? 1 : 0.15;
      pen.drawImage(pixelCanvas(coloured(data, partColour(name)), width, height), 0, 0);
    }
  };
  return (
    <>
      <div class="layer backdrop-black" />
      {loaded.photo && <img class="layer faded" src={loaded.photo.src} alt="" draggable={false} />}
      <Painted loaded={loaded} paint={paint} of={`${lit} ${loaded.placed[0]?.image.src}`} />
    </>
  );
}

/** The photo as opaque as the mask is bright, on the background. */
export function MaskedLayers({ loaded }: { loaded: Loaded }) {
  const mask = loaded.placed[0]?.image;
  const paint = (pen: CanvasRenderingContext2D) => {
    if (!mask || !loaded.photo) {
      return;
    }
    const photo = pixelsOf(loaded.photo);
    const bright = pixelsOf(mask);
    for (let at = 0; at < photo.data.length; at += 4) {
      photo.data[at + 3] = bright.data[at] ?? 0;
    }
    pen.putImageData(photo, 0, 0);
  };
  return (
    <>
      <BackdropLayer />
      <Painted loaded={loaded} paint={paint} of={mask?.src} />
    </>
  );
}

/** The photo with a box around each element; that which is lit is seen alone, the rest is darkened. */
export function BoxLayers({
  loaded,
  lit,
  onLit,
}: {
  loaded: Loaded;
  lit: string | null;
  onLit: (key: string | null) => void;
}) {
  const { photo, placed, width, height } = loaded;
  return (
    <>
      {photo && <img class="layer" src={photo.src} alt="" draggable={false} />}
      {lit !== null && <div class="layer shade" />}
      {placed
        .filter(({ cutout }) => cutout.key === lit)
        .map((one) => (
          <img
            key={one.cutout.key}
            class={one.cutout.box ? 'placed' : 'layer'}
            style={placeStyle(one)}
            src={one.image.src}
            alt=""
            draggable={false}
          />
        ))}
      <svg class="layer boxes" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {placed.map(({ cutout, box }) => (
          <rect
            key={cutout.key}
            class="box"
            data-lit={lit === cutout.key}
            x={box.x}
            y={box.y}
            width={box.width}
            height={box.height}
            onPointerEnter={() => onLit(cutout.key)}
            onPointerLeave={() => onLit(null)}
          />
        ))}
      </svg>
    </>
  );
}
