import { Alert } from 'antd';
import type { Schemas } from '../api/client.js';
import { useLanguage, useWords } from '../words/words.js';
import { BULK } from './bulk-outcome.words.js';

interface BulkOutcomeProps {
  readonly answer: Schemas['BulkAnswer'];
  /** What a document is called in the list that it was chosen from. */
  readonly nameOf: (document: string) => string;
  readonly onClose: () => void;
}

/** What came of a request for many: how many were done, and which not and why. */
export const BulkOutcome = ({ answer: { done, refused, results }, nameOf, onClose }: BulkOutcomeProps) => {
  const say = useWords(BULK);
  const language = useLanguage();
  const failed = results.filter(({ outcome }) => outcome === 'refused');
  return (
    <Alert
      type={refused === 0 ? 'success' : 'warning'}
      showIcon
      closable={{ onClose }}
      title={refused === 0 ? say('done', { done }) : `${say('done', { done })}${say('refused', { count: refused })}`}
      description={
        failed.length === 0 ? undefined : (
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {failed.map(({ document, refusal }) => (
              <li key={document}>
                {nameOf(document)}：{refusal?.[language] ?? ''}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
};
