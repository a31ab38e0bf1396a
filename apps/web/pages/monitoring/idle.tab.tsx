import { AddressLink } from '../../parts/choose/address-link.js';
import { Drawer } from 'antd';
import { explanationsIn } from '#domain/explanation/find.js';
import { show, sum } from '#domain/score/exact.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useEverything } from '../../api/everything.js';
import { PAGES } from '../../api/pages.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { Explanations } from '../../parts/explanation/explanation.js';
import { Money, inTenThousands } from '../../parts/money.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { MONITORING } from './monitoring.words.js';

type Idle = Schemas['IdleFunds'];

const idleOf = ({ idle }: Idle): string => {
  const value = explanationsIn(idle)[0]?.value;
  return typeof value === 'string' ? value : '0';
};

const useColumns = (): readonly Column<Idle>[] => {
  const say = useWords(MONITORING);
  const common = useWords(COMMON);
  const money = (key: string, title: string, of: (row: Idle) => string | null): Column<Idle> => ({
    key,
    title,
    width: 170,
    align: 'right',
    text: (row) => {
      const yuan = of(row);
      return yuan === null ? '' : inTenThousands(yuan);
    },
    show: (row) => <Money yuan={of(row)} />,
  });
  return [
    {
      key: 'project',
      title: common('project'),
      width: 320,
      fixed: true,
      text: ({ projectCode, projectName }) => `${projectCode} ${projectName}`,
      show: ({ id, projectCode, projectName }) => (
        <AddressLink name="project" value={id}>
          {projectCode} {projectName}
        </AddressLink>
      ),
    },
    money('budget', say('budget'), ({ budget }) => budget),
    money('executed', say('executed'), ({ executed }) => executed),
    money('forecast', say('forecast'), ({ forecast }) => forecast),
    money('idle', say('idleAmount'), idleOf),
  ];
};

/** What units do not expect to spend this year, for reallocation; each amount opens its computation. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(MONITORING);
  const { get, set } = useInAddress();
  const params = { path: { campaign: campaign.id }, query: { limit: 500 } };
  const list = useEverything(api.useInfiniteQuery('get', '/api/v1/campaigns/{campaign}/idle-funds', { params }, PAGES));
  const opened = list.rows.find(({ id }) => id === get('project'));
  const total = (of: (row: Idle) => string | null) => <Money yuan={show(sum(list.rows.map((it) => of(it) ?? '0')))} />;
  return (
    <>
      <ListTable
        id="idle-funds"
        name={say('idle')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        empty={say('idleEmpty')}
        current={opened?.id}
        onOpen={({ id }) => {
          set({ project: id });
        }}
        totals={{
          budget: total(({ budget }) => budget),
          executed: total(({ executed }) => executed),
          forecast: total(({ forecast }) => forecast),
          idle: total(idleOf),
        }}
      />
      <Drawer
        open={opened !== undefined}
        size={640}
        title={opened ? `${opened.projectCode} ${opened.projectName}` : ''}
        onClose={() => {
          set({ project: undefined });
        }}
      >
        <Explanations of={opened?.idle} />
      </Drawer>
    </>
  );
};
