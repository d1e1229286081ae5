import { useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { Icon } from '../page/Icon';
import { nearby } from '../picture/picture';
import { fileName, saveAs, zipOf } from './download';
import type { Cutout } from './outcome';

const texts = {
  png: { en: 'Download PNG', zh: '下载 PNG' },
  zip: { en: 'Download all as ZIP', zh: '全部下载（ZIP）' },
  failed: {
    en: 'Not downloaded: {why}. Results are kept for 30 minutes.',
    zh: '下载失败：{why}。结果保留 30 分钟。',
  },
} satisfies Record<string, Text>;

/** One picture as it is, or all of several in one file. */
export function Downloads({ action, cutouts }: { action: string; cutouts: readonly Cutout[] }) {
  const [failure, setFailure] = useState<string | null>(null);
  const [only] = cutouts;
  if (only && cutouts.length === 1) {
    return (
      <a class="button" href={nearby(only.address)} download={fileName(action, only, 0, false)}>
        <Icon name="download" />
        {say(texts.png)}
      </a>
    );
  }
  const files = cutouts.map((cutout, index) => ({
    name: fileName(action, cutout, index, true),
    address: cutout.address,
  }));
  const pack = () =>
    zipOf(files).then(
      (zip) => saveAs(zip, `${action}.zip`),
      (why: Error) => setFailure(why.message),
    );
  return (
    <>
      <button type="button" class="button" onClick={pack}>
        <Icon name="download" />
        {say(texts.zip)}
      </button>
      {failure && (
        <span class="hint" role="alert">
          {say(texts.failed, { why: failure })}
        </span>
      )}
    </>
  );
}
