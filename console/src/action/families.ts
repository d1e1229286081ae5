import type { Text } from '../language/language';
import type { Action } from '../server/description';

const titles: Readonly<Record<string, Text>> = {
  subjects: { en: 'Subjects', zh: '主体' },
  people: { en: 'People', zh: '人像' },
  things: { en: 'Things', zh: '物体' },
  masks: { en: 'Masks', zh: '掩码' },
  jobs: { en: 'Jobs', zh: '任务' },
  files: { en: 'Files', zh: '文件' },
};

/** A family as people read it; one that is not known keeps the server's name. */
export function familyTitle(family: string): Text {
  return titles[family] ?? { en: family, zh: family };
}

export interface Family {
  readonly name: string;
  readonly actions: readonly Action[];
}

/** Actions by family, both in the server's order. */
export function familiesOf(actions: readonly Action[]): readonly Family[] {
  const names = [...new Set(actions.map(({ family }) => family))];
  return names.map((name) => ({ name, actions: actions.filter(({ family }) => family === name) }));
}
