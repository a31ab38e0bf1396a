import { Button, Drawer } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { api, http } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { DayText } from '../../parts/day.js';
import { Money } from '../../parts/money.js';
import { Panel, Read } from '../../parts/page.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { LINKAGE } from './linkage.words.js';
import './linkage.css';

type Letter = Schemas['LinkageDocument'];

const useColumns = (): readonly Column<Letter>[] => {
  const say = useWords(LINKAGE);
  const common = useWords(COMMON);
  const money = (key: 'before' | 'after' | 'change'): Column<Letter> => ({
    key,
    title: `${say(key)}${say('tenThousand')}`,
    width: 150,
    align: 'right',
    text: (it) => it[key],
    show: (it) => <Money yuan={it[key]} />,
  });
  return [
    { key: 'number', title: say('number'), width: 200, fixed: true, text: ({ number }) => number },
    { key: 'department', title: common('department'), width: 220, text: ({ departmentName }) => departmentName },
    {
      key: 'issuedOn',
      title: say('issuedOn'),
      width: 160,
      text: ({ issuedOn }) => issuedOn,
      show: ({ issuedOn }) => <DayText day={issuedOn} />,
    },
    { key: 'projects', title: say('projects'), width: 90, align: 'right', text: ({ projects }) => String(projects) },
    ...(['before', 'after', 'change'] as const).map(money),
    { key: 'hash', title: say('hash'), width: 300, text: ({ hash }) => hash, hidden: true },
  ];
};

const textOf = (letter: string) => ({
  queryKey: ['linkage-letter', letter],
  queryFn: async (): Promise<string> => {
    const { data, error } = await http.GET('/api/v1/linkage-documents/{letter}/text', { params: { path: { letter } }, parseAs: 'text' });
    if (data === undefined) throw error as unknown;
    return data;
  },
  staleTime: Infinity,
});

const LetterText = ({ letter }: { readonly letter: Letter }) => {
  const say = useWords(LINKAGE);
  const common = useWords(COMMON);
  const text = useQuery(textOf(letter.id));
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <div className="no-print">
        <Button
          onClick={() => {
            window.print();
          }}
        >
          {common('print')}
        </Button>
      </div>
      <Panel>
        <Read query={text}>{(it) => <pre className="linkage-letter">{it}</pre>}</Read>
      </Panel>
      <p style={{ margin: 0, overflowWrap: 'anywhere' }}>
        {say('hash')} {letter.hash}
      </p>
    </div>
  );
};

/** 结果应用通知: one letter a department, as it was issued. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(LINKAGE);
  const { get, set } = useInAddress();
  const query = { campaign: campaign.id, limit: 200 };
  const letters = listed(api.useInfiniteQuery('get', '/api/v1/linkage-documents', { params: { query } }, PAGES));
  const current = letters.rows.find(({ id }) => id === get('letter'));
  return (
    <>
      <ListTable
        id="linkage-letters"
        name={say('letters')}
        columns={useColumns()}
        list={letters}
        rowKey={({ id }) => id}
        empty={say('noLetters')}
        current={current?.id}
        onOpen={({ id }) => {
          set({ letter: id });
        }}
      />
      <Drawer
        open={current !== undefined}
        mask={false}
        size={680}
        title={current?.number ?? ''}
        onClose={() => {
          set({ letter: undefined });
        }}
      >
        {current ? <LetterText letter={current} /> : null}
      </Drawer>
    </>
  );
};
