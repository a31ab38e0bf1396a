import { Link } from 'react-router';
import { exact, show } from '#domain/score/exact.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { DISCLOSURE } from './disclosure.words.js';

type Coverage = Schemas['DisclosureCoverage'];

const dutiesOf = ({ department, duty }: Coverage, missing = false): string =>
  `/stages/disclosure/duties?${new URLSearchParams({ department, duty, ...(missing ? { missing: 'true' } : {}) }).toString()}`;

const useColumns = (): readonly Column<Coverage>[] => {
  const say = useWords(DISCLOSURE);
  const common = useWords(COMMON);
  const count = (key: string, title: string, of: (it: Coverage) => number, missing = false): Column<Coverage> => ({
    key,
    title,
    width: 110,
    align: 'right',
    text: (it) => String(of(it)),
    show: (it) => <Link to={dutiesOf(it, missing)}>{of(it)}</Link>,
  });
  return [
    { key: 'department', title: common('department'), width: 280, fixed: true, text: ({ departmentName }) => departmentName },
    { key: 'duty', title: say('duty'), width: 180, text: ({ label }) => label },
    count('duties', say('owed'), ({ duties }) => duties),
    count('published', say('published'), ({ published }) => published),
    count('missing', say('missing'), ({ duties, published }) => duties - published, true),
    count('late', say('late'), ({ late }) => late),
    { key: 'rate', title: say('rate'), width: 110, align: 'right', text: ({ rate }) => `${rate}%` },
  ];
};

const totalsOf = (rows: readonly Coverage[]) => {
  const sum = (of: (it: Coverage) => number): number => rows.reduce((all, it) => all + of(it), 0);
  const [duties, published] = [sum((it) => it.duties), sum((it) => it.published)];
  return {
    duties,
    published,
    missing: duties - published,
    late: sum((it) => it.late),
    rate: duties === 0 ? '' : `${show(exact(String(published)).mul(100).div(duties), 2)}%`,
  };
};

/** 公开覆盖率: published against due, by department and duty. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(DISCLOSURE);
  const query = { campaign: campaign.id, limit: 500 };
  const coverage = listed(api.useInfiniteQuery('get', '/api/v1/disclosure-coverage', { params: { query } }, PAGES));
  return (
    <ListTable
      id="disclosure-coverage"
      name={say('coverage')}
      columns={useColumns()}
      list={coverage}
      rowKey={({ department, duty }) => `${department}/${duty}`}
      empty={say('emptyCoverage')}
      totals={totalsOf(coverage.rows)}
    />
  );
};
