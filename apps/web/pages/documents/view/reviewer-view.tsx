import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { touches } from '#domain/difference/difference.js';
import type { Change } from '#domain/difference/difference.js';
import { api } from '../../../api/client.js';
import { FORM } from '../../../parts/forms/form.words.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { ACTIONS } from '../actions/actions.words.js';
import { Decide } from '../actions/decide.js';
import type { Verdict } from '../actions/decide.js';
import { DOCUMENTS } from '../documents.words.js';
import type { WholeDocument } from '../use-document.js';
import { FieldRemark } from './field-remark.js';
import { placeOf } from './findings-panel.js';
import { ReadForm } from './read-form.js';
import { ReviewFindings, useStoredFindings } from './review-findings.js';
import { useRemarks } from './use-remarks.js';

interface ReviewerViewProps {
  readonly document: WholeDocument;
  readonly children: (buttons: ReactNode, form: ReactNode) => ReactNode;
  readonly onDecided?: () => void;
  /** A decision that was asked for by the keyboard. */
  readonly asked?: Verdict | null;
  readonly onAsked?: (verdict: Verdict | null) => void;
}

/** What changed since one last reviewed it; nothing where one sees it for the first time. */
export const useChanges = (document: string): readonly Change[] => {
  const { data } = api.useQuery('get', '/api/v1/documents/{document}/difference', { params: { path: { document } } });
  return data?.from ? data.changes.map((it) => ({ ...it, rows: {} })) : [];
};

/** A document while it is one's turn to review it: comments stand on the fields until the decision takes them along. */
export const ReviewerView = ({ document, children, onDecided, asked, onAsked }: ReviewerViewProps) => {
  const say = useWords(ACTIONS);
  const words = useWords(DOCUMENTS);
  const form = useWords(FORM);
  const language = useLanguage();
  const [own, setOwn] = useState<Verdict | null>(null);
  const verdict = asked ?? own;
  const choose = (it: Verdict | null): void => {
    setOwn(it);
    onAsked?.(it);
  };
  const { remarks, remark, clear } = useRemarks(document);
  const changes = useChanges(document.id);
  const score = useStoredFindings(document.id).data?.score ?? null;
  const label = (path: string): string => placeOf(document.kind, path, language, (number) => form('row', { number }));
  const onFields = Object.entries(remarks).map(([field, text]) => ({ document: document.id, field, text, label: label(field) }));
  const buttons = (
    <>
      <Button
        type="primary"
        onClick={() => {
          choose('approve');
        }}
      >
        {say('approve')}
      </Button>
      <Button
        onClick={() => {
          choose('return');
        }}
      >
        {say('return')}
        {onFields.length > 0 ? `（${String(onFields.length)}）` : ''}
      </Button>
      <Button
        danger
        onClick={() => {
          choose('reject');
        }}
      >
        {say('reject')}
      </Button>
    </>
  );
  return children(
    buttons,
    <>
      <ReviewFindings document={document} />
      {changes.length > 0 ? <div className="finding-warn">△ {words('changedSince', { count: changes.length })}</div> : null}
      <ReadForm
        document={document}
        score={score}
        isChanged={(path) => changes.some((it) => touches(it, path) && it.kind !== 'removed')}
        beside={(path) => (
          <FieldRemark
            label={label(path)}
            text={remarks[path] ?? ''}
            onText={(text) => {
              remark(path, text);
            }}
          />
        )}
      />
      {verdict ? (
        <Decide
          key={`${document.id}/${verdict}`}
          verdict={verdict}
          documents={[{ id: document.id, round: document.round }]}
          onFields={verdict === 'approve' ? [] : onFields}
          onClose={() => {
            choose(null);
          }}
          onDone={() => {
            clear();
            onDecided?.();
          }}
        />
      ) : null}
    </>,
  );
};
