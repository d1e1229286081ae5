import { say, type Text } from '../language/language';
import { count, moment } from '../language/numbers';
import type { Key } from './operator';

const texts = {
  on: { en: 'enabled', zh: '已启用' },
  off: { en: 'disabled', zh: '已停用' },
  operator: { en: 'operator', zh: '运维' },
  all: { en: 'every action', zh: '全部功能' },
  standard: { en: 'as set', zh: '默认' },
  limit: { en: 'Limit', zh: '限制' },
  rotate: { en: 'Rotate', zh: '轮换' },
  enable: { en: 'Enable', zh: '启用' },
  disable: { en: 'Disable', zh: '停用' },
  old: { en: 'old secret until {time}', zh: '旧密钥有效至 {time}' },
} satisfies Record<string, Text>;

interface RowProps {
  readonly one: Key;
  readonly onDo: (doing: { readonly kind: 'limit' | 'rotate'; readonly key: Key }) => void;
  readonly onEnable: (key: Key) => void;
}

/** A key in the table of keys, with what can be done about it. */
export function KeyRow({ one, onDo, onEnable }: RowProps) {
  return (
    <tr data-off={!one.enabled}>
      <th scope="row">
        <code>{one.accessKeyId}</code>
        {one.name && <small>{one.name}</small>}
      </th>
      <td>
        <span class="pill" data-good={one.enabled}>
          {say(one.enabled ? texts.on : texts.off)}
        </span>
        {one.operator && <span class="pill">{say(texts.operator)}</span>}
        {one.oldSecretUntil && <small>{say(texts.old, { time: moment(one.oldSecretUntil) })}</small>}
      </td>
      <td>{one.actions ? one.actions.join(', ') : say(texts.all)}</td>
      <td class="number">{one.perMinute === null ? say(texts.standard) : count(one.perMinute)}</td>
      <td>{moment(one.created)}</td>
      <td class="acts">
        <button type="button" class="button small" onClick={() => onDo({ kind: 'limit', key: one })}>
          {say(texts.limit)}
        </button>
        <button type="button" class="button small" onClick={() => onDo({ kind: 'rotate', key: one })}>
          {say(texts.rotate)}
        </button>
        <button type="button" class="button small" onClick={() => onEnable(one)}>
          {say(one.enabled ? texts.disable : texts.enable)}
        </button>
      </td>
    </tr>
  );
}
