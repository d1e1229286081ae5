import { language } from './language';

const MB = 1024 * 1024;

function locale(): string {
  return language.value === 'zh' ? 'zh-CN' : 'en-GB';
}

/** 1,234 */
export function count(value: number): string {
  return value.toLocaleString(locale());
}

/** Bytes in the unit that limits are told in: 1 MB is 1,048,576 bytes. */
export function size(bytes: number): string {
  if (bytes >= MB) {
    return `${(bytes / MB).toLocaleString(locale(), { maximumFractionDigits: 2 })} MB`;
  }
  return `${Math.max(1, Math.round(bytes / 1024)).toLocaleString(locale())} KB`;
}

/** Milliseconds as people say them. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) {
    return `${Math.round(milliseconds)} ms`;
  }
  return `${(milliseconds / 1000).toLocaleString(locale(), { maximumFractionDigits: 2 })} s`;
}

export function moment(instant: string): string {
  return new Date(instant).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
}
