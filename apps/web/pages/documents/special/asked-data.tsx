import { api } from '../../../api/client.js';
import { useForm } from '../../../parts/forms/form-context.js';
import { Grid } from '../../../parts/forms/grid/grid.js';
import { asRows } from '../../../parts/forms/grid/rows.js';
import type { Row } from '../../../parts/forms/grid/rows.js';
import { useWords } from '../../../words/words.js';
import type { WholeDocument } from '../use-document.js';
import { useDocumentState } from './document-context.js';
import { EVALUATION_ROWS } from './evaluation-rows.words.js';
import { fieldsOf } from './indicator-rows.js';
import type { EditorProps } from './indicator-rows.js';

/** The request that a reply answers. */
export const useDataRequest = ({ id, campaign, project }: WholeDocument) => {
  const query = { campaign, limit: 500, ...(project ? { project } : {}) };
  return api.useQuery('get', '/api/v1/data-requests', { params: { query } }).data?.items.find(({ document }) => document === id);
};

/** 资料提供情况: one row for each item that was asked for, in the order of the request. */
export const ProvidedData = ({ field, label }: EditorProps) => {
  const say = useWords(EVALUATION_ROWS);
  const form = useForm();
  const { document } = useDocumentState();
  const items = useDataRequest(document)?.items ?? [];
  const written = asRows(form.content['answers']);
  const others = written.filter((it) => typeof it['item'] !== 'number' || it['item'] > items.length);
  const answers = items.map((_, i) => written.find((it) => it['item'] === i + 1) ?? { item: i + 1, provided: false });
  const show = (row: Row): string => (typeof row['item'] === 'number' ? (items[row['item'] - 1] ?? '—') : '—');
  const known = { without: ['item'], before: [{ key: 'asked', title: say('asked'), width: 320, show }], fixed: true, given: answers };
  return (
    <Grid
      path="answers"
      label={label}
      fields={fieldsOf(field)}
      widths={{ provided: 84, text: 420 }}
      {...(items.length > 0 && others.length === 0 ? known : {})}
    />
  );
};
