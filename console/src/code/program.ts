import type { Parameters } from '../call/call';

/** What a program has to do: one call of an action, to its end. */
export interface Program {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly action: string;
  readonly version: string;
  readonly parameters: Parameters;
  readonly asynchronous: boolean;
  /** Where its pictures are: Data itself, each of its Elements, or nowhere. */
  readonly pictures: 'data' | 'elements' | 'none';
}

/** Stands for the secret, which the page does not have. */
export const SECRET = '<AccessKeySecret>';

/** The host and port of an endpoint, and its protocol. */
export function splitEndpoint(endpoint: string): {
  readonly protocol: 'http' | 'https';
  readonly host: string;
} {
  const { protocol, host } = new URL(endpoint);
  return { protocol: protocol === 'https:' ? 'https' : 'http', host };
}

/** A text as a literal of Java, Python or JavaScript, which agree about those of JSON. */
export function literal(text: string): string {
  return JSON.stringify(text);
}

/** Lines at an indentation; an empty list of lines leaves nothing behind. */
export function indented(lines: readonly string[], spaces: number): string {
  return lines.map((line) => (line ? ' '.repeat(spaces) + line : '')).join('\n');
}
