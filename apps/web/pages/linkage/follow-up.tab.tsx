import { Checkbox } from 'antd';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { given } from '../../api/given.js';
import { PAGES, listed } from '../../api/pages.js';
import { ChooseDepartment } from '../../parts/choose/choose.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { Money } from '../../parts/money.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { LINKAGE } from './linkage.words.js';

type FollowUp = Schemas['LinkageFollowUp'];
const AMOUNTS = ['decidedAmount', 'requestedAmount', 'approvedBudget', 'adjustedBudget', 'difference'] as const;
const WORDS = {
  decidedAmount: 'decidedAmount',
  requestedAmount: 'requested',
  approvedBudget: 'approved',
  adjustedBudget: 'adjusted',
  difference: 'differs',
} as const;

const useColumns = (): readonly Column<FollowUp>[] => {
  const say = useWords(LINKAGE);
  const common = useWords(COMMON);
  return [
    {
      key: 'project',
      title: common('project'),
      width: 300,
      fixed: true,
      text: ({ projectCode, projectName }) => `${projectCode} ${projectName}`,
    },
    { key: 'decided', title: say('decided'), width: 110, text: ({ decidedTreatment }) => say(decidedTreatment) },
    ...AMOUNTS.map((key): Column<FollowUp> => ({
      key,
      title: `${say(WORDS[key])}${say('tenThousand')}`,
      width: 146,
      align: 'right',
      text: (it) => it[key] ?? '',
      show: (it) => (it[key] === null && key === 'approvedBudget' ? say('nextMissing') : <Money yuan={it[key]} />),
    })),
  ];
};

/** 落实情况: what was decided beside what next year's budget really gave. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(LINKAGE);
  const { get, set } = useInAddress();
  const filters = given({ department: get('department'), differs: get('differs') === 'true' ? ('true' as const) : undefined });
  const query = { campaign: campaign.id, limit: 500, ...filters };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/linkage-follow-up', { params: { query } }, PAGES));
  return (
    <ListTable
      id="linkage-follow-up"
      name={say('followUp')}
      columns={useColumns()}
      list={list}
      rowKey={({ id }) => id}
      empty={say('noFollowUp')}
      filters={
        <>
          <ChooseDepartment
            value={get('department')}
            onChoose={(it) => {
              set({ department: it });
            }}
          />
          <Checkbox
            checked={get('differs') === 'true'}
            onChange={({ target }) => {
              set({ differs: target.checked ? 'true' : undefined });
            }}
          >
            {say('differsOnly')}
          </Checkbox>
        </>
      }
    />
  );
};
