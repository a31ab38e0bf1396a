import { Link } from 'react-router';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { PAGES, listed } from '../../../api/pages.js';
import { InstantText } from '../../../parts/day.js';
import { StateTag } from '../../../parts/states/state-tag.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { COMMON, KIND_WORDS } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { DOCUMENTS } from '../documents.words.js';
import { TABS } from './tabs.words.js';
import type { TabProps } from './use-tabs.js';

type Row = Schemas['Document'];

const useColumns = (): readonly Column<Row>[] => {
  const say = useWords(TABS);
  const common = useWords(COMMON);
  const kind = useWords(KIND_WORDS);
  return [
    {
      key: 'title',
      title: common('name'),
      width: 380,
      fixed: true,
      text: (it) => it.title,
      show: (it) => <Link to={`/documents/${it.id}`}>{it.title}</Link>,
    },
    { key: 'kind', title: say('form'), width: 170, text: (it) => kind(it.kind) },
    { key: 'status', title: common('status'), width: 110, text: (it) => it.status, show: (it) => <StateTag state={it.status} /> },
    { key: 'changed', title: say('changedAt'), width: 150, text: (it) => it.changedAt, show: (it) => <InstantText at={it.changedAt} /> },
  ];
};

/** Everything else of the year about the same project, or where there is none about the same thing. */
const RelatedTab = ({ document }: TabProps) => {
  const words = useWords(DOCUMENTS);
  const say = useWords(TABS);
  const columns = useColumns();
  const { id, campaign, project, subject, obligation } = document;
  const query = { campaign, limit: 200, ...(project ? { project } : subject ? { subject } : { obligation }) };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/documents', { params: { query } }, PAGES));
  const rows = list.rows.filter((it) => it.id !== id);
  return (
    <ListTable
      id="related"
      name={words('related')}
      columns={columns}
      list={{ ...list, rows }}
      rowKey={(it) => it.id}
      empty={say('noRelated')}
    />
  );
};

export default RelatedTab;
