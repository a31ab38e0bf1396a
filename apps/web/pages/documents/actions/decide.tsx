import { Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../words/words.js';
import { ACTIONS } from './actions.words.js';
import { Ask } from './ask.js';
import type { Asked, BulkAnswer, Reason } from './transitions.js';

export type Verdict = 'approve' | 'return' | 'reject';

interface DecideProps {
  readonly verdict: Verdict;
  readonly documents: Asked;
  /** What was said of fields so far. */
  readonly onFields?: readonly (Reason & { readonly label: string })[];
  readonly onClose: () => void;
  readonly onDone?: (answer: BulkAnswer) => void;
}

const TITLES = { approve: 'approveTitle', return: 'returnTitle', reject: 'reject' } as const;
const TEXTS = { approve: 'approveText', return: 'returnText', reject: 'rejectText' } as const;
const DONE = { approve: 'approved', return: 'returned', reject: 'rejected' } as const;

/** Approves, returns or rejects, with a comment on the whole and those on fields; what goes back must say why. */
export const Decide = ({ verdict, documents, onFields = [], onClose, onDone }: DecideProps) => {
  const say = useWords(ACTIONS);
  const [opinion, setOpinion] = useState('');
  const text = opinion.trim();
  const fields = onFields.map(({ document, field, text: said }): Reason => ({
    ...(document ? { document } : {}),
    ...(field ? { field } : {}),
    text: said,
  }));
  const reasons: readonly Reason[] = [...(text === '' ? [] : [{ text }]), ...fields];
  const isEnough = verdict === 'approve' || reasons.length > 0;
  return (
    <Ask
      title={say(TITLES[verdict])}
      documents={documents}
      transition={isEnough ? { name: 'review', verdict, ...(reasons.length > 0 ? { reasons } : {}) } : null}
      confirm={say(verdict)}
      done={say(DONE[verdict])}
      danger={verdict === 'reject'}
      onClose={onClose}
      {...(onDone ? { onDone } : {})}
    >
      {documents.length > 1 ? <strong>{say('several', { count: documents.length })}</strong> : null}
      <p style={{ margin: 0 }}>{say(TEXTS[verdict])}</p>
      {onFields.length > 0 ? (
        <div>
          <strong>{say('onFields')}</strong>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {onFields.map((it) => (
              <li key={it.field}>
                {it.label}：{it.text}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <label style={{ display: 'grid', gap: 4 }}>
        <span>
          {say('opinion')}
          {isEnough ? null : <span className="finding-warn"> {say('opinionNeeded')}</span>}
        </span>
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={2_000}
          value={opinion}
          onChange={({ target }) => {
            setOpinion(target.value);
          }}
        />
      </label>
    </Ask>
  );
};
