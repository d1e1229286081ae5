import { say, type Text } from '../language/language';
import { Dialog } from '../page/Dialog';
import { Listing } from '../page/Listing';
import type { IssuedKey } from './operator';

const texts = {
  title: { en: 'The secret, this once', zh: '密钥仅显示这一次' },
  hint: { en: 'Copy it now: nobody can show it again.', zh: '请立即复制：之后无法再次查看。' },
  done: { en: 'I have it', zh: '已保存' },
} satisfies Record<string, Text>;

export function SecretDialog({ issued, onClose }: { issued: IssuedKey; onClose: () => void }) {
  return (
    <Dialog title={say(texts.title)}>
      <p>{say(texts.hint)}</p>
      <Listing text={issued.accessKeyId} label="AccessKeyId" />
      <Listing text={issued.accessKeySecret} label="AccessKeySecret" />
      <button type="button" class="button main" onClick={onClose}>
        {say(texts.done)}
      </button>
    </Dialog>
  );
}
