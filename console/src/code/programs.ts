import type { Text } from '../language/language';
import { curl } from './curl';
import { javaCore } from './javaCore';
import { javaTea } from './javaTea';
import { node } from './node';
import type { Program } from './program';
import { python } from './python';

export interface Client {
  readonly id: string;
  readonly title: Text;
  readonly file: string;
  readonly write: (program: Program) => string;
}

function both(title: string): Text {
  return { en: title, zh: title };
}

/** The clients that programs are written for, in the order they are offered. */
export const clients: readonly Client[] = [
  { id: 'java-tea', title: both('Java'), file: 'Call.java', write: javaTea },
  { id: 'java-core', title: both('Java core'), file: 'Call.java', write: javaCore },
  { id: 'python', title: both('Python'), file: 'call.py', write: python },
  { id: 'node', title: both('Node.js'), file: 'call.js', write: node },
  { id: 'curl', title: both('curl'), file: 'call.sh', write: curl },
];
