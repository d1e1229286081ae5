import type { ComponentType } from 'preact';
import { say, type Text } from '../language/language';
import { useTitle } from '../page/useTitle';
import { HealthPanel } from './HealthPanel';
import { JobsPanel } from './JobsPanel';
import { KeysPanel } from './KeysPanel';
import { UsagePanel } from './UsagePanel';

interface Part {
  readonly id: string;
  readonly title: Text;
  readonly panel: ComponentType;
}

const parts: readonly Part[] = [
  { id: 'keys', title: { en: 'Keys', zh: '密钥' }, panel: KeysPanel },
  { id: 'usage', title: { en: 'Usage', zh: '用量' }, panel: UsagePanel },
  { id: 'jobs', title: { en: 'Jobs', zh: '任务' }, panel: JobsPanel },
  { id: 'health', title: { en: 'Health', zh: '健康状况' }, panel: HealthPanel },
];

const label: Text = { en: 'Parts of the operator’s page', zh: '运维页面' };

/** For keys that may operate the server. */
export function OperatorPage({ part }: { part: string }) {
  const chosen = parts.find(({ id }) => id === part) ?? (parts[0] as Part);
  const Panel = chosen.panel;
  useTitle(say(chosen.title));
  return (
    <div class="operate">
      <nav class="actions" aria-label={say(label)}>
        <ul>
          {parts.map((one) => (
            <li key={one.id}>
              <a href={`#/operator/${one.id}`} aria-current={one === chosen ? 'page' : undefined}>
                <span>{say(one.title)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="operate-main" id="main">
        <h1>{say(chosen.title)}</h1>
        <Panel />
      </main>
    </div>
  );
}
