import { expect, test } from 'vitest';
import { begun, continued, drawStroke, type Pen, paints, undone } from './strokes';

const at = (x: number, y: number) => ({ x, y });

/** Writes down what is drawn. */
class Paper implements Pen {
  readonly drawn: string[] = [];
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  lineWidth = 1;
  strokeStyle: string | CanvasGradient | CanvasPattern = '';
  globalCompositeOperation: GlobalCompositeOperation = 'source-over';

  beginPath() {}
  moveTo(x: number, y: number) {
    this.drawn.push(`from ${x},${y}`);
  }
  lineTo(x: number, y: number) {
    this.drawn.push(`to ${x},${y}`);
  }
  stroke() {
    this.drawn.push(`${this.globalCompositeOperation} ${this.strokeStyle} ${this.lineWidth} ${this.lineCap}`);
  }
}

test('a stroke goes on until another begins, and undoing takes a whole one back', () => {
  const one = continued(begun([], 20, false, at(1, 1)), at(2, 2));
  const two = begun(one, 5, true, at(9, 9));
  expect(two.map(({ points }) => points.length)).toEqual([2, 1]);
  expect(undone(two)).toEqual(one);
  expect(undone([])).toEqual([]);
});

test('erasing alone makes no mask', () => {
  expect(paints(begun([], 20, true, at(1, 1)))).toBe(false);
  expect(paints(begun([], 20, false, at(1, 1)))).toBe(true);
});

test('a touch is a round spot', () => {
  const paper = new Paper();
  drawStroke(paper, { size: 20, erases: false, points: [at(3, 4)] }, '#fff');
  expect(paper.drawn).toEqual(['from 3,4', 'to 3,4', 'source-over #fff 20 round']);
});

test('the eraser takes away along its way', () => {
  const paper = new Paper();
  drawStroke(paper, { size: 8, erases: true, points: [at(0, 0), at(5, 5)] }, '#fff');
  expect(paper.drawn).toEqual(['from 0,0', 'to 5,5', 'destination-out #fff 8 round']);
});
