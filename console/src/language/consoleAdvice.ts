import type { Text } from './language';

const reload: Text = {
  en: 'Reload the page: it may be older than the server.',
  zh: '请刷新页面：页面版本可能与服务器不一致。',
};

/** What to do about what the console itself refuses, before a call is made, and about a server that is not there. */
export const consoleAdvice: Readonly<Record<string, Text>> = {
  SessionExpired: { en: 'Sign in again; what is on the page stays.', zh: '请重新登录，页面内容会保留。' },
  Unreachable: {
    en: 'The server does not answer. Check that it runs and that the network reaches it.',
    zh: '服务器无响应。请确认服务正在运行且网络可达。',
  },
  WrongKey: { en: 'Check the key and its secret.', zh: '请检查密钥 ID 和密钥。' },
  TooManyTries: { en: 'Wait a minute, then sign in again.', zh: '请一分钟后再登录。' },
  KeyDisabled: { en: 'Use another key, or ask the operator.', zh: '请换用其他密钥，或联系管理员。' },
  NoOperator: {
    en: 'Sign in with a key that may operate the server.',
    zh: '请使用具有运维权限的密钥登录。',
  },
  EntityTooLarge: {
    en: 'Use a smaller file. “Fit to the limits” beside the picture makes one.',
    zh: '请使用更小的文件。可点击图片旁的“按限制调整”。',
  },
  TooLarge: {
    en: 'Shorten what was entered; a picture is sent as a file.',
    zh: '请缩短输入内容；图片请以文件形式上传。',
  },
  CutOff: { en: 'The connection is slow or broke off. Run it again.', zh: '连接过慢或已中断。请重试。' },
  InvalidRequest: reload,
  NotFound: reload,
  ForeignOrigin: {
    en: 'Open the page at the server’s own address. Behind a proxy, the operator sets imageseg.public-url.',
    zh: '请使用服务器自身的地址打开页面。若经由代理访问，请管理员设置 imageseg.public-url。',
  },
  Refused: { en: 'The message says what to change.', zh: '请按提示信息修改。' },
};
