import { expect, test } from 'vitest';
import { actionsOf, axisEnd, daysOf } from './days';

const row = (day: string, action: string, calls: number, failed = 0, accessKeyId = 'k') => ({
  day,
  accessKeyId,
  action,
  calls,
  failed,
});

const usage = [
  row('2026-02-28', 'SegmentHair', 3, 1),
  row('2026-03-01', 'SegmentBody', 5),
  row('2026-03-01', 'SegmentHair', 1),
  row('2026-03-01', 'SegmentHair', 4, 0, 'other'),
];

test('days without a call are days too', () => {
  const days = daysOf(usage, '2026-03-02', 4);
  expect(days.map(({ day, calls, failed }) => [day, calls, failed])).toEqual([
    ['2026-02-27', 0, 0],
    ['2026-02-28', 3, 1],
    ['2026-03-01', 10, 0],
    ['2026-03-02', 0, 0],
  ]);
});

test('actions are in the same order on every day, the calls of all keys together', () => {
  expect(actionsOf(usage)).toEqual(['SegmentHair', 'SegmentBody']);
  expect(daysOf(usage, '2026-03-01', 1)[0]?.byAction).toEqual([
    { action: 'SegmentHair', calls: 5 },
    { action: 'SegmentBody', calls: 5 },
  ]);
});

test.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [10, 10],
  [11, 20],
  [501, 1000],
])('an axis for %d calls ends at %d', (most, end) => {
  expect(axisEnd(most)).toBe(end);
});
