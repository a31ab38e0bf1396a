import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { useCampaign } from '../../../app/year/year.js';
import { Choose, ChooseDepartment } from '../../../parts/choose/choose.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { COMMON } from '../../../words/terms.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { CELL_STATES, HeatCell, useCellText } from './cell.js';
import { PROGRESS } from './progress.words.js';

type Map = Schemas['HeatMap'];
type Row = Map['rows'][number];

const useDebtor = () => {
  const say = useWords(PROGRESS);
  return (row: Row): string => row.unitName ?? row.agencyName ?? say(row.agency ? 'agencyPart' : 'bureauPart');
};

const useColumns = (map: Map | undefined): readonly Column<Row>[] => {
  const say = useWords(PROGRESS);
  const common = useWords(COMMON);
  const debtorOf = useDebtor();
  const textOf = useCellText();
  const language = useLanguage();
  const stages = map?.stages ?? [];
  const nameOf = useStageName(stages);
  const linkOf = (row: Row, stage: Map['stages'][number]): string => {
    const unit = row.unit === null ? '' : `&unit=${row.unit}`;
    return `/stages/${stage.name}/documents?part=${encodeURIComponent(stage.key)}${unit}`;
  };
  return [
    { key: 'unit', title: say('debtor'), width: 180, fixed: true, text: (row) => [row.unitCode, debtorOf(row)].filter(Boolean).join(' ') },
    { key: 'department', title: common('department'), width: 160, text: ({ departmentName }) => departmentName ?? '', hidden: true },
    ...stages.map((stage, index): Column<Row> => ({
      key: stage.key,
      title: nameOf(stage),
      width: language === 'zh' ? 106 : 136,
      text: (row) => textOf(row.cells[index] ?? null),
      show: (row) => <HeatCell cell={row.cells[index] ?? null} unit={debtorOf(row)} stage={nameOf(stage)} to={linkOf(row, stage)} />,
    })),
  ];
};

/** How many documents of all rows shown are in the state that one looks for. */
const totalsOf = (map: Map | undefined, rows: readonly Row[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (map?.stages ?? []).map(({ key }, index) => {
      const cells = rows.flatMap((row) => row.cells[index] ?? []);
      const documents = cells.reduce((sum, it) => sum + it.documents, 0);
      return [key, documents === 0 ? '' : `${String(cells.reduce((sum, it) => sum + it.done, 0))}/${String(documents)}`];
    }),
  );

/** Units × stages: one word, colour and sign a cell, each leading to its documents. */
export const HeatMap = () => {
  const say = useWords(PROGRESS);
  const { id } = useCampaign();
  const { get, oneOf, set } = useInAddress();
  const query = api.useQuery('get', '/api/v1/campaigns/{campaign}/heat-map', { params: { path: { campaign: id } } });
  const [department, state] = [get('department'), oneOf('state', CELL_STATES)];
  const rows = (query.data?.rows ?? []).filter(
    (row) =>
      (department === undefined || row.department === department) && (state === undefined || row.cells.some((it) => it?.state === state)),
  );
  return (
    <ListTable
      id="heat-map"
      name={say('heatName')}
      columns={useColumns(query.data)}
      list={{
        rows,
        hasMore: false,
        isReading: query.isFetching,
        isFirst: query.isPending,
        error: query.data ? null : query.error,
        readMore: () => undefined,
        readAgain: () => void query.refetch(),
      }}
      rowKey={(row) => row.unit ?? row.agency ?? 'bureau'}
      empty={say('emptyHeat')}
      totals={totalsOf(query.data, rows)}
      filters={
        <>
          <ChooseDepartment
            value={department}
            onChoose={(it) => {
              set({ department: it });
            }}
          />
          <Choose
            name={say('anyState')}
            value={state}
            onChoose={(it) => {
              set({ state: it });
            }}
            options={CELL_STATES.map((value) => ({ value, label: say(value) }))}
          />
        </>
      }
    />
  );
};
