import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { DayText, InstantText } from '../../parts/day.js';
import { Money, inTenThousands } from '../../parts/money.js';
import { Panel } from '../../parts/page.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { IMPORT } from './import.words.js';
import { MONITORING } from './monitoring.words.js';

type Figure = Schemas['ExecutionFigure'];

const useColumns = (): readonly Column<Figure>[] => {
  const say = useWords(IMPORT);
  const monitoring = useWords(MONITORING);
  const common = useWords(COMMON);
  return [
    {
      key: 'project',
      title: common('project'),
      width: 300,
      fixed: true,
      text: ({ projectCode, projectName }) => `${projectCode} ${projectName}`,
    },
    { key: 'day', title: say('day'), width: 150, text: ({ day }) => day, show: ({ day }) => <DayText day={day} /> },
    {
      key: 'executed',
      title: monitoring('executed'),
      width: 140,
      align: 'right',
      text: ({ executed }) => inTenThousands(executed),
      show: ({ executed }) => <Money yuan={executed} />,
    },
    { key: 'origin', title: say('origin'), width: 260, text: ({ origin }) => origin },
    { key: 'fedAt', title: say('fedAt'), width: 150, text: ({ fedAt }) => fedAt, show: ({ fedAt }) => <InstantText at={fedAt} /> },
  ];
};

/** Figures that were fed, newest day first. */
export const RecentFigures = () => {
  const say = useWords(IMPORT);
  const list = listed(api.useInfiniteQuery('get', '/api/v1/execution-figures', { params: { query: { limit: 200 } } }, PAGES));
  return (
    <Panel title={say('recent')}>
      <ListTable
        id="execution-figures"
        name={say('recent')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        empty={say('recentEmpty')}
      />
    </Panel>
  );
};
