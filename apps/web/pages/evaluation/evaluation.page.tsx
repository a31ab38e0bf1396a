import { Skeleton, Tabs } from 'antd';
import { useNavigate, useParams } from 'react-router';
import type { ComponentType } from 'react';
import { show } from '#domain/score/exact.js';
import { api } from '../../api/client.js';
import { useEverything } from '../../api/everything.js';
import { PAGES } from '../../api/pages.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { MissingPage } from '../../parts/error-page.js';
import { Page } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { useWords } from '../../words/words.js';
import { AssignmentTab } from './assignment.tab.js';
import { DataTab } from './data.tab.js';
import { EVALUATION } from './evaluation.words.js';
import './evaluation.css';
import { stageOf } from './evaluation-state.js';
import { LedgerTab } from './ledger.tab.js';
import { PapersTab } from './papers.tab.js';
import { ReportTab } from './report.tab.js';
import { ScoresTab } from './scores.tab.js';
import { ScoringTab } from './scoring/scoring.tab.js';
import { SurveyTab } from './survey.tab.js';
import type { TabProps } from './tab-props.js';
import { useEvaluationDocuments } from './use-evaluation.js';
import type { Evaluation } from './use-evaluation.js';

const TABS = {
  scores: ScoresTab,
  scoring: ScoringTab,
  report: ReportTab,
  papers: PapersTab,
  survey: SurveyTab,
  ledger: LedgerTab,
  assignment: AssignmentTab,
  data: DataTab,
} as const satisfies Record<string, ComponentType<TabProps>>;
type TabName = keyof typeof TABS;

/** Nothing that the evaluated unit reads. */
const CONFIDENTIAL: readonly TabName[] = ['scoring', 'survey'];

const isTab = (it: string | undefined): it is TabName => it !== undefined && Object.hasOwn(TABS, it);

const Shown = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const say = useWords(EVALUATION);
  const me = useMe();
  const navigate = useNavigate();
  const { tab } = useParams();
  const documents = useEvaluationDocuments(evaluation.id);
  const current = isTab(tab) ? tab : 'scores';
  const Content = TABS[current];
  const seesAll = hasRole(me, 'bureau', 'agency', 'observer');
  const names = (Object.keys(TABS) as TabName[]).filter((it) => seesAll || !CONFIDENTIAL.includes(it));
  return (
    <Page
      title={evaluation.projectName}
      state={
        <>
          <StateTag state={stageOf(evaluation.status)} />
          {evaluation.score === null ? null : (
            <strong className="numbers">
              {say('score')} {show(evaluation.score)} · {evaluation.grade}
            </strong>
          )}
        </>
      }
      intro={`${say(evaluation.type)} · ${evaluation.projectCode} · ${evaluation.agencyName}`}
    >
      {documents.error ? <ProblemAlert error={documents.error} retry={documents.refetch} /> : null}
      <Tabs
        size="small"
        activeKey={current}
        onChange={(key) => void navigate(`/evaluations/${evaluation.id}/${key}`, { replace: true })}
        items={names.map((key) => ({
          key,
          label: say(key),
          children:
            key !== current ? null : documents.data ? (
              <Content evaluation={evaluation} documents={documents.data.items} />
            ) : (
              <Skeleton active />
            ),
        }))}
      />
    </Page>
  );
};

/** One key evaluation: indicators and scores, report, papers, questionnaires, comments, assignment, data. */
export const Component = () => {
  const { evaluation: id } = useParams();
  const list = useEverything(api.useInfiniteQuery('get', '/api/v1/evaluations', { params: { query: { limit: 500 } } }, PAGES));
  const evaluation = list.rows.find((it) => it.id === id);
  if (evaluation) return <Shown evaluation={evaluation} />;
  if (list.error) return <ProblemAlert error={list.error} retry={list.readAgain} />;
  return list.isReading || list.hasMore ? <Skeleton active style={{ padding: 24 }} /> : <MissingPage />;
};
