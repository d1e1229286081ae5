import type { DayUsage } from './operator';

/** The calls of one day. @property byAction of each action that was called, the most called of all days first */
export interface Day {
  readonly day: string;
  readonly calls: number;
  readonly failed: number;
  readonly byAction: readonly { readonly action: string; readonly calls: number }[];
}

const MILLISECONDS = 24 * 60 * 60 * 1000;

function sum(rows: readonly DayUsage[], of: (row: DayUsage) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}

/** The actions that were called, the most called first. */
export function actionsOf(usage: readonly DayUsage[]): readonly string[] {
  const calls = new Map<string, number>();
  for (const row of usage) {
    calls.set(row.action, (calls.get(row.action) ?? 0) + row.calls);
  }
  return [...calls].toSorted(([, one], [, other]) => other - one).map(([action]) => action);
}

/** Every day up to the last one, also those without a call. @param last as `2026-01-31` */
export function daysOf(usage: readonly DayUsage[], last: string, length: number): readonly Day[] {
  const end = Date.parse(last);
  const actions = actionsOf(usage);
  return Array.from({ length }, (_, index) => {
    const day = new Date(end - (length - 1 - index) * MILLISECONDS).toISOString().slice(0, 10);
    const rows = usage.filter((row) => row.day === day);
    const byAction = actions
      .map((action) => ({
        action,
        calls: sum(
          rows.filter((row) => row.action === action),
          ({ calls }) => calls,
        ),
      }))
      .filter(({ calls }) => calls > 0);
    return {
      day,
      calls: sum(rows, ({ calls }) => calls),
      failed: sum(rows, ({ failed }) => failed),
      byAction,
    };
  });
}

/** The least of 1, 2 or 5 times a power of ten that is not below a number of calls: where the axis ends. */
export function axisEnd(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= most) ?? most;
}
