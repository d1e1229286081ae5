import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { count } from '../language/numbers';
import { actionsOf, daysOf } from './days';
import { Failure } from './Failure';
import { type DayUsage, usage } from './operator';
import { Table } from './Table';
import { actionColour, UsageChart } from './UsageChart';
import { useAnswer } from './useAnswer';

const texts = {
  days: { en: '{days} days', zh: '{days} 天' },
  period: { en: 'Period', zh: '时间范围' },
  day: { en: 'Day (UTC)', zh: '日期（UTC）' },
  key: { en: 'Key', zh: '密钥' },
  action: { en: 'Action', zh: '功能' },
  calls: { en: 'Calls', zh: '调用' },
  refused: { en: 'Refused', zh: '被拒' },
  failed: { en: 'Failed', zh: '失败' },
  none: { en: 'No calls in this time.', zh: '这段时间没有调用。' },
} satisfies Record<string, Text>;

const PERIODS = [7, 30, 90];

function UsageTable({ rows }: { rows: readonly DayUsage[] }) {
  const headings = [texts.day, texts.key, texts.action, texts.calls, texts.refused, texts.failed].map(
    (heading) => say(heading),
  );
  return (
    <Table label={say(texts.calls)} headings={headings} numbers={3}>
      {rows.map((row) => (
        <tr key={`${row.day} ${row.accessKeyId} ${row.action}`}>
          <th scope="row">{row.day}</th>
          <td>
            <code>{row.accessKeyId}</code>
          </td>
          <td>{row.action}</td>
          <td class="number">{count(row.calls)}</td>
          <td class="number">{count(row.refused ?? 0)}</td>
          <td class="number">{count(row.failed)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Chart({ rows, days }: { rows: readonly DayUsage[]; days: number }) {
  const actions = actionsOf(rows);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where there is no room for all days, the newest are in sight.
    box.current?.scrollTo({ left: box.current.scrollWidth });
  }, [days]);
  return (
    <figure class="chart-box" ref={box} tabIndex={0}>
      <UsageChart days={daysOf(rows, new Date().toISOString().slice(0, 10), days)} actions={actions} />
      <figcaption class="legend">
        {actions.map((action, index) => (
          <span key={action}>
            <i class="legend-colour" style={{ backgroundColor: actionColour(index) }} />
            {action}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** How often which key called what. */
export function UsagePanel() {
  const [days, setDays] = useState(30);
  const { value, failure } = useAnswer(useCallback(() => usage(days), [days]));
  const sorted = value?.toSorted((one, other) => other.day.localeCompare(one.day));
  return (
    <>
      <fieldset class="segments">
        <legend class="unseen">{say(texts.period)}</legend>
        {PERIODS.map((one) => (
          <button key={one} type="button" aria-pressed={one === days} onClick={() => setDays(one)}>
            {say(texts.days, { days: one })}
          </button>
        ))}
      </fieldset>
      <Failure failure={failure} />
      {sorted?.length === 0 && <p class="hint">{say(texts.none)}</p>}
      {sorted && sorted.length > 0 && (
        <>
          <Chart rows={sorted} days={days} />
          <UsageTable rows={sorted} />
        </>
      )}
    </>
  );
}
