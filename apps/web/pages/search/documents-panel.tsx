import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { lastDayOf } from '../../app/year/year.js';
import { DayText } from '../../parts/day.js';
import { StateTag } from '../../parts/states/state-tag.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON, KIND_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { SEARCH } from './search.words.js';

type Document = Schemas['Document'];

const useColumns = (): readonly Column<Document>[] => {
  const say = useWords(SEARCH);
  const common = useWords(COMMON);
  const kinds = useWords(KIND_WORDS);
  return [
    {
      key: 'title',
      title: say('document'),
      width: 400,
      fixed: true,
      text: ({ title }) => title,
      show: ({ id, title }) => <Link to={`/documents/${id}`}>{title}</Link>,
    },
    { key: 'kind', title: say('category'), width: 170, text: ({ kind }) => kinds(kind) },
    { key: 'status', title: common('status'), width: 100, text: ({ status }) => status, show: ({ status }) => <StateTag state={status} /> },
    {
      key: 'due',
      title: common('due'),
      width: 160,
      text: ({ dueAt }) => lastDayOf(dueAt),
      show: ({ dueAt }) => <DayText day={lastDayOf(dueAt)} />,
    },
  ];
};

/** Everything that is filed about one project, or by one unit, over all stages, latest first. */
export const DocumentsPanel = ({
  name,
  of,
}: {
  readonly name: string;
  readonly of: { readonly project?: string; readonly unit?: string };
}) => {
  const say = useWords(SEARCH);
  const query = { limit: 200, sort: '-dueAt' as const, ...of };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/documents', { params: { query } }, PAGES));
  return (
    <ListTable id="documents.about" name={name} columns={useColumns()} list={list} rowKey={({ id }) => id} empty={say('noDocuments')} />
  );
};
