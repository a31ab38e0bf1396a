import { Input } from 'antd';
import { useState } from 'react';
import { COMMON } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { ACTIONS } from './actions.words.js';
import { Ask } from './ask.js';
import { ChoosePerson } from './choose-person.js';
import type { Asked, Transition } from './transitions.js';

interface SimpleProps {
  readonly documents: Asked;
  readonly onClose: () => void;
}

const useReason = () => {
  const common = useWords(COMMON);
  const [typed, setTyped] = useState('');
  const field = (
    <label style={{ display: 'grid', gap: 4 }}>
      <span>{common('reason')}</span>
      <Input.TextArea
        rows={2}
        maxLength={500}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
        }}
      />
    </label>
  );
  return { reason: typed.trim(), field };
};

/** 转办: a colleague does it. */
export const Transfer = ({ documents, onClose }: SimpleProps) => {
  const say = useWords(ACTIONS);
  const [to, setTo] = useState<string | null>(null);
  const { reason, field } = useReason();
  const transition: Transition | null = to !== null && reason !== '' ? { name: 'transfer', to, reason } : null;
  return (
    <Ask {...{ documents, onClose, transition }} title={say('transfer')} confirm={say('transfer')} done={say('transferred')}>
      <p style={{ margin: 0 }}>{say('transferText')}</p>
      <ChoosePerson value={to} onChoose={setTo} />
      {field}
    </Ask>
  );
};

/** 加签: somebody reviews too. */
export const AddReviewer = ({ documents, onClose }: SimpleProps) => {
  const say = useWords(ACTIONS);
  const [person, setPerson] = useState<string | null>(null);
  const { reason, field } = useReason();
  const transition: Transition | null = person === null ? null : { name: 'add-reviewer', person, ...(reason === '' ? {} : { reason }) };
  return (
    <Ask {...{ documents, onClose, transition }} title={say('addReviewer')} confirm={say('addReviewer')} done={say('added')}>
      <p style={{ margin: 0 }}>{say('addReviewerText')}</p>
      <ChoosePerson value={person} onChoose={setPerson} />
      {field}
    </Ask>
  );
};

export const Withdraw = ({ documents, onClose }: SimpleProps) => {
  const say = useWords(ACTIONS);
  return (
    <Ask
      {...{ documents, onClose }}
      transition={{ name: 'withdraw' }}
      title={say('withdraw')}
      confirm={say('withdraw')}
      done={say('withdrawn')}
    >
      <p style={{ margin: 0 }}>{say('withdrawText')}</p>
    </Ask>
  );
};

export const Remind = ({ documents, onClose }: SimpleProps) => {
  const say = useWords(ACTIONS);
  return (
    <Ask {...{ documents, onClose }} transition={{ name: 'remind' }} title={say('remind')} confirm={say('remind')} done={say('reminded')}>
      <p style={{ margin: 0 }}>{say('remindText')}</p>
    </Ask>
  );
};

export const Cancel = ({ documents, onClose }: SimpleProps) => {
  const say = useWords(ACTIONS);
  const { reason, field } = useReason();
  const transition: Transition | null = reason === '' ? null : { name: 'cancel', reason };
  return (
    <Ask {...{ documents, onClose, transition }} danger title={say('cancel')} confirm={say('cancel')} done={say('cancelled')}>
      <p style={{ margin: 0 }}>{say('cancelText')}</p>
      {field}
    </Ask>
  );
};
