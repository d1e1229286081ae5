import { consoleAdvice } from './consoleAdvice';
import type { Text } from './language';

/** What to do about each error of the API, and of the console itself. */
export const advice: Readonly<Record<string, Text>> = {
  MissingParameter: {
    en: 'Fill in the parameter that the message names.',
    zh: '请填写提示信息中指出的参数。',
  },
  MissingImageURL: { en: 'Choose a picture, or give its address.', zh: '请选择一张图片，或填写图片地址。' },
  InvalidParameter: {
    en: 'The message names the parameter, the value it had, and the values that are allowed.',
    zh: '提示信息列出了参数名、收到的值以及允许的值。',
  },
  'InvalidParameter.Unsuitable': {
    en: 'Use a mask with the sides of the photo, painted in part: not empty and not all of it.',
    zh: '请使用与原图边长比例一致的掩码，且既有前景又有背景。',
  },
  'InvalidParameter.Convert': {
    en: 'Write times as 2026-01-31T08:00:00Z.',
    zh: '时间请写成 2026-01-31T08:00:00Z 的形式。',
  },
  'InvalidParameter.Transfer': {
    en: 'The result could not be stored. Run it again; if that does not help, the operator should look at the disk.',
    zh: '结果未能保存。请重试；若仍失败，请管理员检查磁盘。',
  },
  'InvalidParameter.TooLarge': {
    en: 'Use a smaller file. “Fit to the limits” beside the picture makes one.',
    zh: '请使用更小的文件。可点击图片旁的“按限制调整”。',
  },
  'InvalidImage.URL': {
    en: 'Give a whole address, beginning with http:// or https://.',
    zh: '请填写以 http:// 或 https:// 开头的完整地址。',
  },
  IllegalUrlParameter: {
    en: 'Correct the address: it has characters or a form that is not allowed.',
    zh: '请修改地址：其中含有不允许的字符或格式。',
  },
  'InvalidImage.Unsafe': {
    en: 'The server may not fetch from this address. Send the file instead, or ask the operator to allow it (--allow-source).',
    zh: '服务器不允许访问该地址。请直接上传文件，或请管理员放行（--allow-source）。',
  },
  'InvalidImage.Region': {
    en: 'The server fetches from certain hosts only, and this is none of them. Send the file instead.',
    zh: '服务器只从指定主机获取图片，该主机不在其中。请直接上传文件。',
  },
  'InvalidImage.Download': {
    en: 'Check that the address opens without signing in anywhere, or send the file instead.',
    zh: '请确认该地址无需登录即可打开，或直接上传文件。',
  },
  'InvalidImage.Content': {
    en: 'Use a whole picture of an allowed format that shows what this action looks for.',
    zh: '请使用格式受支持、文件完整、且包含该功能所识别对象的图片。',
  },
  'InvalidImage.Resolution': {
    en: 'Scale the picture. “Fit to the limits” beside the picture does so.',
    zh: '请缩放图片。可点击图片旁的“按限制调整”。',
  },
  'InvalidTimeStamp.Expired': {
    en: 'Set the clock: it is more than 15 minutes from the server’s.',
    zh: '请校准时钟：与服务器时间相差超过 15 分钟。',
  },
  SignatureDoesNotMatch: {
    en: 'Check the secret, and compare the string to sign in the message with your own.',
    zh: '请检查密钥，并将提示信息中的待签名字符串与您的进行比较。',
  },
  SignatureNonceUsed: {
    en: 'Sign every call anew, with another nonce.',
    zh: '每次调用都需使用新的随机数重新签名。',
  },
  'Throttling.User': {
    en: 'This key has used up its calls for the moment. Wait a little and run it again.',
    zh: '该密钥的调用频率已达上限。请稍候再试。',
  },
  'InvalidApi.NotPurchase': {
    en: 'This key may not call this action. Use another key, or ask the operator to allow it.',
    zh: '该密钥无权调用此功能。请换用其他密钥，或请管理员授权。',
  },
  Unauthorized: { en: 'This key is disabled. Ask the operator.', zh: '该密钥已停用，请联系管理员。' },
  ParameterError: {
    en: 'A parameter and a header contradict each other. Leave one of them out.',
    zh: '参数与请求头相互矛盾，请去掉其中一个。',
  },
  'InvalidAccessKeyId.NotFound': {
    en: 'Use a key of this server. `./imageseg keys list` shows them.',
    zh: '请使用本服务器的密钥。`./imageseg keys list` 可列出全部密钥。',
  },
  UnsupportedOperation: { en: 'This server has no such action.', zh: '本服务器没有该功能。' },
  'InvalidParameter.JobNotFound': {
    en: 'The job is another key’s, or ended more than 30 minutes ago. Run it again.',
    zh: '该任务属于其他密钥，或已结束超过 30 分钟。请重新运行。',
  },
  Timeout: {
    en: 'Its turn did not come in time. Run it again later, or as a job.',
    zh: '等待超时，未轮到处理。请稍后重试，或以异步任务方式运行。',
  },
  InternalError: {
    en: 'Something unexpected happened. The server’s log has the reason under the RequestId.',
    zh: '发生意外错误。服务器日志中可按 RequestId 查到原因。',
  },
  'InternalError.Env': {
    en: 'The server lacks memory or disk. Its log has the reason under the RequestId.',
    zh: '服务器内存或磁盘不足。服务器日志中可按 RequestId 查到原因。',
  },
  'InternalError.Model': {
    en: 'A network could not be run. The server’s log has the reason under the RequestId.',
    zh: '网络模型无法运行。服务器日志中可按 RequestId 查到原因。',
  },
  'InternalError.Algo': {
    en: 'The cutting itself failed. Try another picture; the server’s log has the reason under the RequestId.',
    zh: '分割过程失败。请换一张图片；服务器日志中可按 RequestId 查到原因。',
  },
  ServiceUnavailable: {
    en: 'The server has as much to do as it takes. Wait a little and run it again.',
    zh: '服务器队列已满。请稍候再试。',
  },
  TIMEOUT_FAILED: {
    en: 'The job’s turn did not come in time. Run it again later.',
    zh: '任务等待超时。请稍后重新运行。',
  },
  LIMIT_RETRY_FAILED: {
    en: 'The job was tried several times and failed each time. Run it again later.',
    zh: '任务多次重试均失败。请稍后重新运行。',
  },
  PROCESS_FAILED: { en: 'The job failed. The message says why.', zh: '任务失败，原因见提示信息。' },
  ...consoleAdvice,
};

const otherwise: Text = {
  en: 'Run it again; if that does not help, ask the operator and name the code.',
  zh: '请重试；若仍失败，请联系管理员并提供错误码。',
};

/** What to do about an error, whatever its code is. */
export function adviceFor(code: string): Text {
  return advice[code] ?? otherwise;
}
