import { useState } from 'preact/hooks';
import { say, type Text } from '../language/language';
import { Icon } from '../page/Icon';
import { addressIn } from './taking';

const texts = {
  open: { en: 'Address', zh: '图片地址' },
  label: { en: 'Address of {name}', zh: '{name} 的地址' },
  use: { en: 'Use', zh: '使用' },
  wrong: {
    en: 'A whole address begins with http:// or https://, and has no spaces.',
    zh: '完整地址以 http:// 或 https:// 开头，且不含空格。',
  },
} satisfies Record<string, Text>;

/** A picture by its address, which the server fetches. */
export function AddressEntry({ name, onAddress }: { name: string; onAddress: (address: string) => void }) {
  const [text, setText] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  if (text === null) {
    return (
      <button type="button" class="button" onClick={() => setText('')}>
        <Icon name="link" />
        {say(texts.open)}
      </button>
    );
  }
  const use = () => {
    const address = addressIn(text);
    setWrong(address === null);
    if (address !== null) {
      onAddress(address);
    }
  };
  return (
    <div class="address">
      <input
        class="entry"
        type="url"
        placeholder="https://"
        value={text}
        aria-label={say(texts.label, { name })}
        aria-invalid={wrong}
        ref={(input) => input?.focus()}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            use();
          }
        }}
      />
      <button type="button" class="button" onClick={use}>
        {say(texts.use)}
      </button>
      {wrong && (
        <p class="breach" role="alert">
          {say(texts.wrong)}
        </p>
      )}
    </div>
  );
}
