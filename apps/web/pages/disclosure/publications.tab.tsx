import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { ChooseUnit } from '../../parts/choose/choose.js';
import { given } from '../../api/given.js';
import { InstantText } from '../../parts/day.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { DISCLOSURE } from './disclosure.words.js';
import { PublicationDrawer } from './publication-drawer.js';

type Publication = Schemas['Publication'];

const useColumns = (): readonly Column<Publication>[] => {
  const say = useWords(DISCLOSURE);
  const common = useWords(COMMON);
  return [
    { key: 'title', title: say('title'), width: 360, fixed: true, text: ({ title }) => title },
    { key: 'unit', title: common('unit'), width: 230, text: ({ unitName }) => unitName },
    {
      key: 'publishedAt',
      title: say('publishedOn'),
      width: 150,
      text: ({ publishedAt }) => publishedAt,
      show: ({ publishedAt }) => <InstantText at={publishedAt} />,
    },
    { key: 'version', title: say('version'), width: 70, align: 'right', text: ({ version }) => String(version) },
    { key: 'reason', title: say('reason'), width: 240, text: ({ reason }) => reason ?? '' },
    { key: 'hash', title: say('hash'), width: 300, text: ({ hash }) => hash },
  ];
};

/** 已公开内容: each publication in its newest version, with its versions and corrections. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(DISCLOSURE);
  const { get, set } = useInAddress();
  const { district, fiscalYear } = campaign;
  const query = { district, fiscalYear, limit: 200, ...given({ unit: get('unit') }) };
  const publications = listed(api.useInfiniteQuery('get', '/api/v1/publications', { params: { query } }, PAGES));
  const current = publications.rows.find(({ id }) => id === get('publication'));
  return (
    <>
      <ListTable
        id="publications"
        name={say('publications')}
        columns={useColumns()}
        list={publications}
        rowKey={({ id }) => id}
        empty={say('emptyPublications')}
        current={current?.id}
        onOpen={({ id }) => {
          set({ publication: id });
        }}
        filters={
          <>
            <ChooseUnit
              department={undefined}
              value={get('unit')}
              onChoose={(it) => {
                set({ unit: it });
              }}
            />
            <Link to="/public">{say('portal')}</Link>
          </>
        }
      />
      <PublicationDrawer
        publication={current}
        onClose={() => {
          set({ publication: undefined });
        }}
      />
    </>
  );
};
