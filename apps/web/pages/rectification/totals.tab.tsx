import { Link } from 'react-router';
import { exact, show } from '#domain/score/exact.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { Money } from '../../parts/money.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { RECTIFICATION } from './rectification.words.js';

type Totals = Schemas['RectificationTotals'];
const COUNTS = ['problems', 'rectified', 'partlyRectified', 'adjustedProjects', 'cancelledProjects', 'rechecked', 'reopened'] as const;
const WORDS = {
  problems: 'problems',
  rectified: 'rectified',
  partlyRectified: 'partly',
  adjustedProjects: 'adjustedProjects',
  cancelledProjects: 'cancelledProjects',
  rechecked: 'rechecked',
  reopened: 'reopened',
} as const;
const AMOUNTS = ['recoveredAmount', 'adjustedAmount'] as const;

const rateOf = (done: number, of: number): string => (of === 0 ? '' : `${show(exact(String(done)).mul(100).div(of), 0)}%`);

const useColumns = (): readonly Column<Totals>[] => {
  const say = useWords(RECTIFICATION);
  const common = useWords(COMMON);
  const checklist = (unit: string): string => `/stages/rectification/checklist?unit=${unit}`;
  return [
    {
      key: 'unit',
      title: common('unit'),
      width: 280,
      fixed: true,
      text: ({ unitCode, unitName }) => `${unitCode} ${unitName}`,
      show: ({ unit, unitCode, unitName }) => <Link to={checklist(unit)}>{`${unitCode} ${unitName}`}</Link>,
    },
    ...COUNTS.map((key): Column<Totals> => ({ key, title: say(WORDS[key]), width: 84, align: 'right', text: (it) => String(it[key]) })),
    { key: 'rate', title: say('rate'), width: 80, align: 'right', text: ({ rectified, problems }) => rateOf(rectified, problems) },
    ...AMOUNTS.map((key): Column<Totals> => ({
      key,
      title: `${say(key === 'recoveredAmount' ? 'recovered' : 'adjusted')}${say('tenThousand')}`,
      width: 130,
      align: 'right',
      text: (it) => it[key],
      show: (it) => <Money yuan={it[key]} />,
    })),
  ];
};

const useSums = (campaign: string) => {
  const { data } = api.useQuery('get', '/api/v1/campaigns/{campaign}/rectification-totals', { params: { path: { campaign } } });
  if (!data) return {};
  const counts = Object.fromEntries(COUNTS.map((key) => [key, data[key]]));
  const amounts = Object.fromEntries(AMOUNTS.map((key) => [key, <Money key={key} yuan={data[key]} />]));
  return { ...counts, ...amounts, rate: rateOf(data.rectified, data.problems) };
};

/** 整改汇总: by unit, and in all. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(RECTIFICATION);
  const query = { campaign: campaign.id, limit: 500 };
  const totals = listed(api.useInfiniteQuery('get', '/api/v1/rectification-totals', { params: { query } }, PAGES));
  const sums = useSums(campaign.id);
  return (
    <ListTable
      id="rectification-totals"
      name={say('totals')}
      columns={useColumns()}
      list={totals}
      rowKey={({ unit }) => unit}
      empty={say('emptyTotals')}
      totals={sums}
    />
  );
};
