export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One pull of the brush, in the photo's pixels. @property size the brush's diameter */
export interface Stroke {
  readonly size: number;
  readonly erases: boolean;
  readonly points: readonly Point[];
}

export type Strokes = readonly Stroke[];

export function begun(strokes: Strokes, size: number, erases: boolean, point: Point): Strokes {
  return [...strokes, { size, erases, points: [point] }];
}

/** The last stroke goes on to a point. */
export function continued(strokes: Strokes, point: Point): Strokes {
  const last = strokes.at(-1);
  return last ? [...strokes.slice(0, -1), { ...last, points: [...last.points, point] }] : strokes;
}

export function undone(strokes: Strokes): Strokes {
  return strokes.slice(0, -1);
}

/** Whether there is anything painted that could be a mask. */
export function paints(strokes: Strokes): boolean {
  return strokes.some(({ erases }) => !erases);
}

/** What strokes are drawn with: a part of a canvas's context. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'lineCap'
  | 'lineJoin'
  | 'lineWidth'
  | 'strokeStyle'
  | 'globalCompositeOperation'
>;

/** Draws one stroke in a colour; erasing takes away what is there. */
export function drawStroke(pen: Pen, { size, erases, points }: Stroke, colour: string): void {
  const [first, ...rest] = points;
  if (!first) {
    return;
  }
  pen.globalCompositeOperation = erases ? 'destination-out' : 'source-over';
  pen.strokeStyle = colour;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.lineWidth = size;
  pen.beginPath();
  pen.moveTo(first.x, first.y);
  for (const { x, y } of rest.length > 0 ? rest : [first]) {
    pen.lineTo(x, y);
  }
  pen.stroke();
}
