import type { components } from './schema.js';
import { language } from '../words/language.js';

export type Problem = components['schemas']['Problem'];

/** No answer came: the line is down, or the server is. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'zh' in error && 'en' in error;

export const hasCode = (error: unknown, code: string): boolean => isProblem(error) && error.code === code;

const UNREACHABLE = {
  zh: '暂时连不上服务器。已填写的内容没有丢失，请检查网络后重试。',
  en: 'The server cannot be reached. Nothing typed is lost; check the network and try again.',
};
const UNKNOWN = {
  zh: '操作没有完成，没有任何内容被更改。请重试；仍有问题请联系管理员。',
  en: 'This was not done, and nothing was changed. Try again, or tell the administrator.',
};

/** What happened, in the reader's language. */
export const sentenceOf = (error: unknown): string => {
  if (isProblem(error)) return error[language()];
  return (error instanceof Unreachable ? UNREACHABLE : UNKNOWN)[language()];
};
