import { Link, useNavigate } from 'react-router';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { PAGES, listed } from '../../../api/pages.js';
import { DayText } from '../../../parts/day.js';
import { StateTag, ToneTag } from '../../../parts/states/state-tag.js';
import { STATE_WORDS } from '../../../parts/states/states.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { COMMON } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import type { StageTabProps } from '../../stages/stage-tab.js';
import { stageOf } from '../evaluation-state.js';
import { EVALUATION } from '../evaluation.words.js';
import { SCORING } from './scoring.words.js';

type Scoring = Schemas['Scoring'];

const useColumns = (): readonly Column<Scoring>[] => {
  const say = useWords(SCORING);
  const common = useWords(COMMON);
  const state = useWords(STATE_WORDS);
  const evaluation = useWords(EVALUATION);
  return [
    {
      key: 'project',
      title: common('project'),
      width: 320,
      fixed: true,
      text: ({ projectCode, projectName }) => `${projectCode} ${projectName}`,
      show: (it) => (
        <Link to={`/scorings/${it.evaluation}`}>
          {it.projectCode} {it.projectName}
        </Link>
      ),
    },
    {
      key: 'status',
      title: common('status'),
      width: 130,
      text: ({ status }) => state(stageOf(status)),
      show: ({ status }) => <StateTag state={stageOf(status)} />,
    },
    { key: 'sheets', title: say('sheets'), width: 150, text: ({ filed, named }) => say('progress', { filed, named }) },
    { key: 'wanted', title: say('rater'), width: 110, text: ({ wanted }) => say('wanted', { wanted }) },
    { key: 'due', title: common('due'), width: 150, text: ({ dueOn }) => dueOn ?? '', show: ({ dueOn }) => <DayText day={dueOn} /> },
    {
      key: 'toArbitrate',
      title: say('toArbitrate'),
      width: 110,
      align: 'right',
      text: ({ toArbitrate }) => String(toArbitrate.length),
      show: ({ toArbitrate }) =>
        toArbitrate.length === 0 ? (
          <>0</>
        ) : (
          <ToneTag tone="warn" sign="!">
            {String(toArbitrate.length)}
          </ToneTag>
        ),
    },
    { key: 'lead', title: say('lead'), width: 120, text: ({ lead }) => lead?.name ?? say('leadNone') },
    { key: 'agency', title: evaluation('agency'), width: 240, text: ({ agencyName }) => agencyName },
  ];
};

/** 独立评分 of the year: whose sheets are in, and where the lead has to decide. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(SCORING);
  const navigate = useNavigate();
  const query = { campaign: campaign.id, limit: 200 };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/scorings', { params: { query } }, PAGES));
  return (
    <ListTable
      id="scorings"
      name={say('list')}
      columns={useColumns()}
      list={list}
      rowKey={({ evaluation }) => evaluation}
      empty={say('listEmpty')}
      onOpen={({ evaluation }) => void navigate(`/scorings/${evaluation}`)}
    />
  );
};
