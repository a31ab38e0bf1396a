import { useMe } from '../../../app/session/session.js';
import { ChoosePerson as Choose } from '../../../parts/choose/choose-person.js';
import { useWords } from '../../../words/words.js';
import { ACTIONS } from './actions.words.js';

interface ChoosePersonProps {
  readonly value: string | null;
  readonly onChoose: (person: string | null) => void;
}

/** One of the other people whom one may see, found by name. */
export const ChoosePerson = ({ value, onChoose }: ChoosePersonProps) => {
  const say = useWords(ACTIONS);
  const me = useMe();
  return (
    <Choose
      name={say('personSearch')}
      without={me.person}
      value={value ?? undefined}
      onChoose={(it) => {
        onChoose(it ?? null);
      }}
    />
  );
};
