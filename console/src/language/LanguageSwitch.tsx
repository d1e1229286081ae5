import { language, speak } from './language';

/** Names the other language in that language, so that whoever cannot read the page finds it. */
export function LanguageSwitch() {
  const other = language.value === 'en' ? 'zh' : 'en';
  return (
    <button type="button" class="quiet" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => speak(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
}
