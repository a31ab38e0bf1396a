import { ToneTag } from '../../../parts/states/state-tag.js';
import { useWords } from '../../../words/words.js';
import { DOCUMENTS } from '../documents.words.js';
import type { Draft } from './use-draft.js';

const two = (it: number): string => String(it).padStart(2, '0');
const clock = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;

/** Whether the server has what was typed. */
export const SavedSign = ({ draft: { saving, savedAt } }: { readonly draft: Draft }) => {
  const say = useWords(DOCUMENTS);
  if (saving === 'saved')
    return (
      <span role="status" className="form-hint">
        ✓ {savedAt ? say('saved', { time: clock(savedAt) }) : say('savedBefore')}
      </span>
    );
  if (saving === 'waiting' || saving === 'saving')
    return (
      <span role="status" className="form-hint">
        {say(saving)}
      </span>
    );
  return (
    <span role="status">
      <ToneTag tone={saving === 'offline' ? 'warn' : 'overdue'} sign="!">
        {say(saving)}
      </ToneTag>
    </span>
  );
};
