/** A piece of a program. */
export interface Token {
  readonly kind: 'comment' | 'string' | 'keyword' | 'plain';
  readonly text: string;
}

const keywords =
  'async|await|case|catch|class|const|def|default|do|done|else|extends|fi|final|for|from|function|if|import|in|let|new|' +
  'not|private|public|require|return|set|shift|static|then|throw|throws|void|while';

const pattern = new RegExp(
  String.raw`((?:^|(?<=\s))(?:\/\/|#)[^\n]*)|("(?:[^"\\\n]|\\.)*"|'[^'\n]*')|\b(${keywords})\b`,
  'gm',
);

/** Divides a program into comments, texts, keywords and the rest, near enough for Java, Python, JavaScript and sh. */
export function tokens(program: string): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  for (const match of program.matchAll(pattern)) {
    const [text, comment, string] = match;
    if (match.index > at) {
      found.push({ kind: 'plain', text: program.slice(at, match.index) });
    }
    found.push({ kind: comment ? 'comment' : string ? 'string' : 'keyword', text });
    at = match.index + text.length;
  }
  return [...found, { kind: 'plain', text: program.slice(at) }];
}
