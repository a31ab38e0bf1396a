import { Alert } from 'antd';
import { api } from '../../../api/client.js';
import { InstantText } from '../../../parts/day.js';
import { labelIn } from '../../../parts/forms/label.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { DOCUMENTS } from '../documents.words.js';
import type { WholeDocument } from '../use-document.js';

/** Why it came back, field by field, until it has been filed anew. */
export const ReturnedBecause = ({ document }: { readonly document: WholeDocument }) => {
  const say = useWords(DOCUMENTS);
  const language = useLanguage();
  const params = { path: { document: document.id }, query: { open: 'true' as const, limit: 100 } };
  const { data } = api.useQuery('get', '/api/v1/documents/{document}/review-comments', { params });
  const open = (data?.items ?? []).filter(({ verdict }) => verdict === 'return');
  if (document.status !== 'returned' || open.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={say('returnedBecause')}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {open.map((it) => (
            <li key={`${String(it.sequence)}/${String(it.number)}`}>
              {it.field ? <strong>{labelIn(document.kind, it.field, language)} · </strong> : null}
              {it.text}{' '}
              <span className="form-hint">
                {it.byName} <InstantText at={it.at} />
              </span>
            </li>
          ))}
        </ul>
      }
    />
  );
};
