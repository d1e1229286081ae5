import type { Text } from '../language/language';

const titles: Readonly<Record<string, Text>> = {
  upload: { en: 'Send the picture', zh: '上传图片' },
  authenticate: { en: 'Check the call', zh: '校验请求' },
  read: { en: 'Read the picture', zh: '读取图片' },
  fetch: { en: 'Fetch the picture', zh: '获取图片' },
  decode: { en: 'Decode', zh: '解码' },
  wait: { en: 'Wait for its turn', zh: '排队等待' },
  cut: { en: 'Cut out', zh: '分割' },
  store: { en: 'Store the result', zh: '保存结果' },
};

/** A stage of a call as people read it; one that is not known keeps the server's name. */
export function stageTitle(stage: string): Text {
  return titles[stage] ?? { en: stage, zh: stage };
}
