import { Link, useNavigate } from 'react-router';
import { show } from '#domain/score/exact.js';
import { api } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { InstantText } from '../../parts/day.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { STATE_WORDS } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { stageOf } from './evaluation-state.js';
import { EVALUATION } from './evaluation.words.js';
import type { Evaluation } from './use-evaluation.js';

const useColumns = (): readonly Column<Evaluation>[] => {
  const say = useWords(EVALUATION);
  const common = useWords(COMMON);
  const state = useWords(STATE_WORDS);
  return [
    {
      key: 'project',
      title: common('project'),
      width: 320,
      fixed: true,
      text: ({ projectCode, projectName }) => `${projectCode} ${projectName}`,
      show: ({ id, projectCode, projectName }) => (
        <Link to={`/evaluations/${id}`}>
          {projectCode} {projectName}
        </Link>
      ),
    },
    { key: 'type', title: say('type'), width: 120, text: ({ type }) => say(type) },
    {
      key: 'status',
      title: common('status'),
      width: 130,
      text: ({ status }) => state(stageOf(status)),
      show: ({ status }) => <StateTag state={stageOf(status)} />,
    },
    { key: 'score', title: say('score'), width: 80, align: 'right', text: ({ score }) => (score === null ? '—' : show(score)) },
    { key: 'grade', title: say('grade'), width: 60, text: ({ grade }) => grade ?? '—' },
    { key: 'agency', title: say('agency'), width: 260, text: ({ agencyName }) => agencyName },
    {
      key: 'acceptedAt',
      title: say('acceptedAt'),
      width: 140,
      text: ({ acceptedAt }) => acceptedAt ?? '',
      show: ({ acceptedAt }) => <InstantText at={acceptedAt} />,
    },
  ];
};

/** The key evaluations of the year, with state, score and agency. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(EVALUATION);
  const navigate = useNavigate();
  const list = listed(
    api.useInfiniteQuery('get', '/api/v1/evaluations', { params: { query: { campaign: campaign.id, limit: 200 } } }, PAGES),
  );
  return (
    <ListTable
      id="evaluations"
      name={say('list')}
      columns={useColumns()}
      list={list}
      rowKey={({ id }) => id}
      empty={say('listEmpty')}
      onOpen={({ id }) => void navigate(`/evaluations/${id}`)}
    />
  );
};
