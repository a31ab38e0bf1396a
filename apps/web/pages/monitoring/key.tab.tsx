import { Link, useNavigate } from 'react-router';
import { api } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { lastDayOf } from '../../app/year/year.js';
import { Limit } from '../../parts/day.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { STATE_WORDS, isState } from '../../parts/states/states.js';
import { sentenceIn } from '../../parts/explanation/explanation.js';
import { Panel } from '../../parts/page.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON } from '../../words/terms.js';
import { useLanguage, useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import type { Document } from './documents.js';
import './monitoring.css';
import { MONITORING } from './monitoring.words.js';
import type { Warning } from './warnings.js';

const useDocumentColumns = (): readonly Column<Document>[] => {
  const common = useWords(COMMON);
  const say = useWords(MONITORING);
  const state = useWords(STATE_WORDS);
  return [
    {
      key: 'title',
      title: say('what'),
      width: 360,
      fixed: true,
      text: ({ title }) => title,
      show: ({ id, title }) => <Link to={`/documents/${id}`}>{title}</Link>,
    },
    { key: 'unit', title: common('unit'), width: 200, text: ({ unitName }) => unitName ?? '' },
    {
      key: 'status',
      title: common('status'),
      width: 110,
      text: ({ status }) => (isState(status) ? state(status) : status),
      show: ({ status }) => <StateTag state={status} />,
    },
    {
      key: 'due',
      title: common('due'),
      width: 260,
      text: ({ dueAt }) => lastDayOf(dueAt),
      show: ({ dueAt, limitAt }) => <Limit until={limitAt ?? dueAt} done={limitAt === null} />,
    },
  ];
};

const useWarningColumns = (): readonly Column<Warning>[] => {
  const common = useWords(COMMON);
  const say = useWords(MONITORING);
  const state = useWords(STATE_WORDS);
  const language = useLanguage();
  return [
    {
      key: 'project',
      title: common('project'),
      width: 300,
      fixed: true,
      text: ({ projectCode, projectName }) => `${projectCode} ${projectName}`,
      show: ({ id, projectCode, projectName }) => (
        <Link to={`/stages/monitoring/warnings?warning=${id}`}>
          {projectCode} {projectName}
        </Link>
      ),
    },
    {
      key: 'colour',
      title: say('colour'),
      width: 110,
      text: ({ colour }) => state(colour),
      show: ({ colour }) => <StateTag state={colour} />,
    },
    { key: 'rule', title: say('rule'), width: 420, text: ({ explanation }) => sentenceIn(explanation, language) },
  ];
};

/** What finance monitors itself, and which projects are monitored once more, by which rule. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(MONITORING);
  const navigate = useNavigate();
  const query = { campaign: campaign.id, limit: 200 };
  const key = listed(
    api.useInfiniteQuery('get', '/api/v1/documents', { params: { query: { ...query, kind: 'key-monitoring' as const } } }, PAGES),
  );
  const warnings = listed(api.useInfiniteQuery('get', '/api/v1/warnings', { params: { query } }, PAGES));
  const second = { ...warnings, rows: warnings.rows.filter(({ secondRound }) => secondRound) };
  return (
    <div className="monitoring-page">
      <Panel title={say('keyTitle')}>
        <ListTable
          id="key-monitoring"
          name={say('keyTitle')}
          columns={useDocumentColumns()}
          list={key}
          rowKey={({ id }) => id}
          empty={say('keyEmpty')}
          onOpen={({ id }) => void navigate(`/documents/${id}`)}
        />
      </Panel>
      <Panel title={say('secondTitle')}>
        <ListTable
          id="second-round"
          name={say('secondTitle')}
          columns={useWarningColumns()}
          list={second}
          rowKey={({ id }) => id}
          empty={say('secondEmpty')}
          onOpen={({ id }) => void navigate(`/stages/monitoring/warnings?warning=${id}`)}
        />
      </Panel>
    </div>
  );
};
