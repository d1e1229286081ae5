import { expect, test } from 'vitest';
import { lines } from './lines';

function body(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(chunk);
      }
      controller.close();
    },
  });
}

async function all(stream: ReadableStream<Uint8Array>): Promise<unknown[]> {
  const found = [];
  for await (const value of lines(stream)) {
    found.push(value);
  }
  return found;
}

const bytes = (text: string) => new TextEncoder().encode(text);

test('a line that comes in pieces is one value', async () => {
  expect(await all(body(bytes('{"stage":"re'), bytes('ad"}\n{"sta'), bytes('ge":"cut"}\n')))).toEqual([
    { stage: 'read' },
    { stage: 'cut' },
  ]);
});

test('a character that is cut in two by the network stays whole', async () => {
  const text = bytes('{"message":"图像"}\n');
  expect(await all(body(text.slice(0, 13), text.slice(13)))).toEqual([{ message: '图像' }]);
});

test('the last line needs no end, and empty lines are no values', async () => {
  expect(await all(body(bytes('\n{"a":1}\n\n{"b":2}')))).toEqual([{ a: 1 }, { b: 2 }]);
});

test('a body without lines has no values', async () => {
  expect(await all(body())).toEqual([]);
});
