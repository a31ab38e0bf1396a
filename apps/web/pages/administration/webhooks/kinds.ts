import { useWords } from '../../../words/words.js';
import { WEBHOOK_KINDS } from './webhooks.words.js';

type Kind = keyof typeof WEBHOOK_KINDS.zh;
const isKind = (it: string): it is Kind => Object.hasOwn(WEBHOOK_KINDS.zh, it);

/** Kinds of messages that may be chosen; tests go out when they are asked for. */
export const CHOSEN_KINDS = (Object.keys(WEBHOOK_KINDS.zh) as Kind[]).filter((it) => it !== 'test');

export const useKindName = () => {
  const say = useWords(WEBHOOK_KINDS);
  return (it: string): string => (isKind(it) ? say(it) : it);
};
