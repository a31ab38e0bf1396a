import { useWords } from '../../words/words.js';
import { TRAIL } from './trail.words.js';
import type { TrailKey } from './trail.words.js';

/** Keys of the table that tell entries of one type apart, not types themselves. */
const NARROWER = /^(review|decideExtension|rung)-/;
const NO_TYPE: readonly TrailKey[] = ['other'];

/** The types of entries with their names, for a choice: the sentence without what is filled in. */
export const useTypeNames = (): readonly { readonly value: string; readonly label: string }[] => {
  const say = useWords(TRAIL);
  const blank = { dueOn: '…', days: '…', count: '…', drawn: '…', stage: '…', name: '…', role: '…', money: '…', points: '…' };
  const types = (Object.keys(TRAIL.zh) as TrailKey[]).filter((it) => !NARROWER.test(it) && !NO_TYPE.includes(it));
  return types.map((value) => ({ value, label: say(value, blank) }));
};
