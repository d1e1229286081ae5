import { useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { size } from '../language/numbers';
import { Icon } from '../page/Icon';
import { breaches } from '../picture/limits';
import type { FilePicture, Picture } from '../picture/picture';
import { redrawn } from '../picture/redraw';
import type { Parameter } from '../server/description';

const texts = {
  remove: { en: 'Remove the picture', zh: '移除图片' },
  mend: { en: 'Fit to the limits', zh: '按限制调整' },
  unseen: {
    en: 'The browser cannot draw it; the server may still read it.',
    zh: '浏览器无法显示该文件，服务器或许可以读取。',
  },
  fetched: { en: 'Fetched by the server', zh: '由服务器获取' },
  failed: { en: 'It could not be changed: {why}', zh: '无法调整：{why}' },
} satisfies Record<string, Text>;

interface Props {
  readonly picture: Picture;
  readonly parameter: Parameter;
  readonly onChange: (picture: Picture | null) => void;
}

function facts(picture: FilePicture): string {
  const sides = picture.shown ? [`${picture.width} × ${picture.height}`] : [];
  return [picture.format ?? '?', ...sides, size(picture.file.size)].join(' · ');
}

function Breaches({ picture, parameter, onChange }: Props & { picture: FilePicture }) {
  const [failure, setFailure] = useState<string | null>(null);
  const found = breaches(picture, parameter);
  if (found.length === 0) {
    return null;
  }
  const mend = () => redrawn(picture, parameter).then(onChange, (why: Error) => setFailure(why.message));
  return (
    <div class="breach" role="alert">
      <ul>
        {found.map(({ text, values }) => (
          <li key={text.en}>{say(text, values)}</li>
        ))}
      </ul>
      {found.every(({ mendable }) => mendable) && (
        <button type="button" class="button" onClick={mend}>
          {say(texts.mend)}
        </button>
      )}
      {failure && <p>{say(texts.failed, { why: failure })}</p>}
    </div>
  );
}

/** The picture that was chosen, with what of it the server would refuse. */
export function ChosenPicture({ picture, parameter, onChange }: Props) {
  const isFile = picture.kind === 'file';
  return (
    <>
      <div class="chosen">
        {isFile && picture.shown ? (
          <img class="thumb" src={picture.shown} alt="" />
        ) : (
          <span class="thumb">
            <Icon name={isFile ? 'picture' : 'link'} />
          </span>
        )}
        <span class="chosen-text">
          <strong title={isFile ? picture.name : picture.address}>
            {isFile ? picture.name : picture.address}
          </strong>
          <small>{isFile ? facts(picture) : say(texts.fetched)}</small>
          {isFile && !picture.shown && <small>{say(texts.unseen)}</small>}
        </span>
        <button
          type="button"
          class="quiet icon-only first"
          aria-label={say(texts.remove)}
          title={say(texts.remove)}
          onClick={() => onChange(null)}
        >
          <Icon name="close" />
        </button>
      </div>
      {isFile && <Breaches picture={picture} parameter={parameter} onChange={onChange} />}
    </>
  );
}
