import { Button } from 'antd';
import { commentForm } from '#contracts/forms/key-evaluation.form.js';
import { commentsOf } from '#domain/key-evaluation/comment-ledger.js';
import type { CommentItem } from '#domain/key-evaluation/content.js';
import { compare, isDecimal } from '#domain/score/exact.js';
import { useForm } from '../../../parts/forms/form-context.js';
import { Grid } from '../../../parts/forms/grid/grid.js';
import { asRows } from '../../../parts/forms/grid/rows.js';
import type { Row } from '../../../parts/forms/grid/rows.js';
import { useWords } from '../../../words/words.js';
import { newestOf, reportIn, useContent, useEvaluationDocuments } from '../../evaluation/use-evaluation.js';
import { useDocumentState } from './document-context.js';
import { EVALUATION_ROWS } from './evaluation-rows.words.js';
import { fieldsOf } from './indicator-rows.js';
import type { EditorProps } from './indicator-rows.js';

const useFiled = (kind: 'evaluation-comment' | 'evaluation-draft'): unknown => {
  const { document } = useDocumentState();
  const documents = useEvaluationDocuments(document.subject ?? document.id).data?.items ?? [];
  return useContent(newestOf(documents, kind)?.id).data?.content;
};

const Said = ({ comment }: { readonly comment: CommentItem | undefined }) => {
  const say = useWords(EVALUATION_ROWS);
  if (!comment) return '—';
  return (
    <div style={{ minWidth: 180, whiteSpace: 'pre-line' }}>
      {comment.about === '' ? '' : <strong>{say('saidOf', { about: comment.about })}</strong>}
      {comment.text}
    </div>
  );
};

/** 意见答复: one row for each comment of the unit, which stands beside. */
export const AnsweredComments = ({ field, label }: EditorProps) => {
  const say = useWords(EVALUATION_ROWS);
  const form = useForm();
  const read = commentForm.safeParse(useFiled('evaluation-comment'));
  const comments = read.success ? commentsOf(read.data) : [];
  const written = asRows(form.content['responses']);
  const answers = comments.map((_, i) => written.find((it) => it['comment'] === i + 1) ?? { comment: i + 1, adopted: false });
  const others = written.filter((it) => typeof it['comment'] !== 'number' || it['comment'] > comments.length);
  if (comments.length === 0 && written.length === 0) return <p className="form-hint">{say('nothingSaid')}</p>;
  const show = (row: Row) => <Said comment={typeof row['comment'] === 'number' ? comments[row['comment'] - 1] : undefined} />;
  const known = { without: ['comment'], before: [{ key: 'said', title: say('said'), width: 320, show }], fixed: true, given: answers };
  return (
    <Grid
      path="responses"
      label={label}
      fields={fieldsOf(field)}
      widths={{ adopted: 84, reason: 380 }}
      {...(others.length === 0 ? known : {})}
    />
  );
};

const differs = (before: unknown, now: unknown): boolean =>
  typeof before === 'string' && typeof now === 'string' && isDecimal(before) && isDecimal(now) && compare(before, now) !== 0;

/** 得分变动: one row for each score that differs from the draft, with both; reasons of scores that do not are taken away by a button. */
export const ExplainedChanges = ({ field, label }: EditorProps) => {
  const say = useWords(EVALUATION_ROWS);
  const form = useForm();
  const draft = reportIn(useFiled('evaluation-draft'));
  const written = asRows(form.content['changes']);
  const before = new Map(draft?.scoreItems.map(({ indicator, points }) => [indicator, points]));
  const changed = asRows(form.content['scoreItems']).filter((it) => differs(before.get(String(it['indicator'])), it['points']));
  const reasons = changed.map(({ indicator }) => written.find((it) => it['indicator'] === indicator) ?? { indicator });
  const idle = written.filter((it) => !reasons.includes(it));
  const show = ({ indicator }: Row): string => {
    const now = changed.find((it) => it['indicator'] === indicator)?.['points'];
    return now === undefined ? String(indicator) : `${String(indicator)}：${before.get(String(indicator)) ?? ''} → ${String(now)}`;
  };
  const known = { without: ['indicator'], before: [{ key: 'changed', title: say('changed'), width: 320, show }], fixed: true };
  if (draft && changed.length === 0 && idle.length === 0) return <p className="form-hint">{say('nothingChanged')}</p>;
  return (
    <>
      <Grid
        path="changes"
        label={label}
        fields={fieldsOf(field)}
        widths={{ reason: 420 }}
        {...(draft ? { ...known, given: [...reasons, ...idle] } : {})}
      />
      {draft && idle.length > 0 && !form.readOnly ? (
        <div className="grid-tools no-print">
          <Button
            size="small"
            onClick={() => {
              form.set('changes', reasons.length > 0 ? reasons : undefined, '');
            }}
          >
            {say('dropIdle', { count: idle.length })}
          </Button>
        </div>
      ) : null}
    </>
  );
};
