import type { ComponentChildren } from 'preact';
import { say, type Text } from '../language/language';
import { count } from '../language/numbers';
import { Failure } from './Failure';
import { type Health, health, type Network } from './operator';
import { Table } from './Table';
import { useAnswer } from './useAnswer';

const texts = {
  ready: { en: 'ready', zh: '就绪' },
  loading: { en: 'not ready', zh: '未就绪' },
  server: { en: 'Server', zh: '服务器' },
  up: { en: 'up for {time}', zh: '已运行 {time}' },
  queue: { en: 'Queue', zh: '队列' },
  waiting: { en: 'of {length} places taken', zh: '个位置已占用，共 {length} 个' },
  engine: { en: 'Engine', zh: '推理引擎' },
  unknown: { en: 'not known yet', zh: '尚未确定' },
  network: { en: 'Network', zh: '网络模型' },
  version: { en: 'Version', zh: '版本' },
  licence: { en: 'Licence', zh: '许可证' },
  loaded: { en: 'Loaded', zh: '已加载' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
} satisfies Record<string, Text>;

const EVERY = 5000;

/** Seconds as days, hours, minutes. */
function uptime(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 86400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
  ] as const;
  const said = parts.filter(([value]) => value > 0).map(([value, unit]) => `${value} ${unit}`);
  return said.length > 0 ? said.join(' ') : `${Math.floor(seconds)} s`;
}

function Fact({ title, value, children }: { title: Text; value: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <h2>{say(title)}</h2>
      <p class="fact-value">{value}</p>
      <p class="hint">{children}</p>
    </div>
  );
}

function Facts({ of: { ready, version, uptimeSeconds, queue, engine } }: { of: Health }) {
  return (
    <div class="facts">
      <Fact title={texts.server} value={version}>
        <span class="pill" data-good={ready}>
          {say(ready ? texts.ready : texts.loading)}
        </span>{' '}
        {say(texts.up, { time: uptime(uptimeSeconds) })}
      </Fact>
      <Fact title={texts.queue} value={count(queue.waiting)}>
        {say(texts.waiting, { length: queue.length })}
      </Fact>
      <Fact title={texts.engine} value={engine?.name ?? '–'}>
        {engine
          ? [engine.version, engine.precision, engine.device].filter(Boolean).join(' · ')
          : say(texts.unknown)}
      </Fact>
    </div>
  );
}

function NetworkRow({ network }: { network: Network }) {
  return (
    <tr>
      <th scope="row">{network.name}</th>
      <td>{network.version}</td>
      <td>{network.licence}</td>
      <td>
        <code title={network.sha256}>{network.sha256.slice(0, 12)}…</code>
      </td>
      <td>
        <span class="pill" data-good={network.loaded}>
          {say(network.loaded ? texts.yes : texts.no)}
        </span>
      </td>
    </tr>
  );
}

/** How the server does, and what runs in it. */
export function HealthPanel() {
  const { value, failure } = useAnswer(health, EVERY);
  const headings = [say(texts.network), say(texts.version), say(texts.licence), 'SHA-256', say(texts.loaded)];
  return (
    <>
      <Failure failure={failure} />
      {value && (
        <>
          <Facts of={value} />
          <Table label={say(texts.network)} headings={headings}>
            {value.networks.map((network) => (
              <NetworkRow key={network.name} network={network} />
            ))}
          </Table>
        </>
      )}
    </>
  );
}
