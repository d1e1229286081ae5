/** The values of a body of lines of JSON (application/x-ndjson), each as soon as its line is whole. */
export async function* lines<T>(body: ReadableStream<Uint8Array>): AsyncGenerator<T> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const whole = rest.split('\n');
    rest = done ? '' : (whole.pop() ?? '');
    for (const line of whole) {
      if (line.trim()) {
        yield JSON.parse(line) as T;
      }
    }
    if (done) {
      return;
    }
  }
}
