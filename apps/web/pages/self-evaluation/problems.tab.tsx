import { Segmented } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { ChooseDepartment, ChooseUnit } from '../../parts/choose/choose.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { InstantText } from '../../parts/day.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { STATE_WORDS } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { SELF } from './self-evaluation.words.js';

type Problem = Schemas['SelfEvaluationProblem'];

const stateOf = ({ struckOffAt }: Problem): 'struckOff' | 'rectifying' => (struckOffAt === null ? 'rectifying' : 'struckOff');

const useColumns = (): readonly Column<Problem>[] => {
  const say = useWords(SELF);
  const common = useWords(COMMON);
  const state = useWords(STATE_WORDS);
  return [
    { key: 'unit', title: common('unit'), width: 190, fixed: true, text: ({ unitName }) => unitName },
    {
      key: 'project',
      title: common('project'),
      width: 240,
      text: ({ projectCode, projectName }) => [projectCode, projectName].filter(Boolean).join(' '),
    },
    { key: 'problem', title: say('problem'), width: 380, text: ({ problem }) => problem },
    {
      key: 'state',
      title: say('state'),
      width: 110,
      text: (it) => state(stateOf(it)),
      show: (it) => <StateTag state={stateOf(it)} />,
    },
    {
      key: 'item',
      title: say('item'),
      width: 100,
      text: () => '',
      show: ({ item }) => (item === null ? '—' : <Link to={`/documents/${item}`}>{say('item')}</Link>),
    },
    {
      key: 'spotCheck',
      title: say('spotCheck'),
      width: 90,
      text: () => '',
      show: ({ spotCheck }) => <Link to={`/documents/${spotCheck}`}>{say('spotCheck')}</Link>,
    },
    {
      key: 'struckOffAt',
      title: say('struckOffAt'),
      width: 140,
      text: ({ struckOffAt }) => struckOffAt ?? '',
      show: ({ struckOffAt }) => <InstantText at={struckOffAt} />,
    },
  ];
};

/** What spot checks found, unit by unit, and whether it is struck off. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(SELF);
  const { get, set } = useInAddress();
  const [department, unit, openOnly] = [get('department'), get('unit'), get('open') === 'true'];
  const query = {
    campaign: campaign.id,
    limit: 200,
    ...(department === undefined ? {} : { department }),
    ...(unit === undefined ? {} : { unit }),
    ...(openOnly ? { open: 'true' as const } : {}),
  };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/self-evaluation-problems', { params: { query } }, PAGES));
  return (
    <ListTable
      id="self-evaluation-problems"
      name={say('problems')}
      columns={useColumns()}
      list={list}
      rowKey={({ id }) => id}
      empty={say('problemsEmpty')}
      filters={
        <>
          <Segmented
            size="small"
            aria-label={say('state')}
            value={openOnly ? 'open' : 'all'}
            onChange={(it) => {
              set({ open: it === 'open' ? 'true' : undefined });
            }}
            options={[
              { value: 'all', label: say('all') },
              { value: 'open', label: say('openOnly') },
            ]}
          />
          <ChooseDepartment
            value={department}
            onChoose={(it) => {
              set({ department: it, unit: undefined });
            }}
          />
          <ChooseUnit
            department={department}
            value={unit}
            onChoose={(it) => {
              set({ unit: it });
            }}
          />
        </>
      }
    />
  );
};
