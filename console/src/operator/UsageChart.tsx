import { say, type Text } from '../language/language';
import { count } from '../language/numbers';
import { axisEnd, type Day } from './days';

const label: Text = {
  en: 'Calls a day, by action; the table below has the numbers',
  zh: '每日调用次数（按功能），具体数字见下表',
};

const WIDTH = 900;
const HEIGHT = 240;
const LEFT = 56;
const BOTTOM = 28;
const TOP = 12;
const RIGHT = 12;
/** How many colours there are, by the names of the style sheet. */
const SERIES = 12;

/** Colours of actions, in the order of how much they were called. */
export function actionColour(index: number): string {
  return `var(--series-${index % SERIES})`;
}

function Axis({ end }: { end: number }) {
  return (
    <g class="axis">
      {[0, 0.5, 1].map((part) => {
        const y = HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP);
        return (
          <g key={part}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} />
            {Number.isInteger(end * part) && (
              <text x={LEFT - 8} y={y + 4} text-anchor="end">
                {count(end * part)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Calls of each day as a bar, divided by action. */
export function UsageChart({ days, actions }: { days: readonly Day[]; actions: readonly string[] }) {
  const end = axisEnd(Math.max(...days.map(({ calls }) => calls)));
  const step = (WIDTH - LEFT - RIGHT) / days.length;
  const unit = (HEIGHT - BOTTOM - TOP) / end;
  const named = Math.ceil(days.length / 10);
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say(label)}>
      <Axis end={end} />
      {days.map(({ day, byAction }, index) => {
        let y = HEIGHT - BOTTOM;
        return (
          <g key={day}>
            {byAction.map(({ action, calls }) => {
              y -= calls * unit;
              return (
                <rect
                  key={action}
                  x={LEFT + index * step + step * 0.15}
                  y={y}
                  width={step * 0.7}
                  height={calls * unit}
                  style={{ fill: actionColour(actions.indexOf(action)) }}
                >
                  <title>{`${day} ${action}: ${count(calls)}`}</title>
                </rect>
              );
            })}
            {(days.length - 1 - index) % named === 0 && (
              <text class="day" x={LEFT + (index + 0.5) * step} y={HEIGHT - 8} text-anchor="middle">
                {day.slice(5)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
