import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { hasCode } from '../../api/problem.js';
import { Limit } from '../../parts/day.js';
import { Panel, Read } from '../../parts/page.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { COMMON, KIND_WORDS } from '../../words/terms.js';
import { useLanguage, useWords } from '../../words/words.js';
import { EVALUATION } from './evaluation.words.js';
import type { TabProps } from './tab-props.js';
import { useReports } from './use-evaluation.js';
import type { Evaluation } from './use-evaluation.js';

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) => {
  const say = useWords(EVALUATION);
  return (
    <Panel title={title}>
      {lines.length === 0 ? (
        <p>{say('noneListed')}</p>
      ) : (
        <ol style={{ margin: 0, paddingInlineStart: 22 }}>
          {lines.map((it, index) => (
            <li key={`${String(index)}/${it}`}>{it}</li>
          ))}
        </ol>
      )}
    </Panel>
  );
};

const Documents = ({ documents }: Pick<TabProps, 'documents'>) => {
  const say = useWords(EVALUATION);
  const common = useWords(COMMON);
  const kind = useWords(KIND_WORDS);
  return (
    <Panel title={say('documents')}>
      <PlainTable
        name={say('documents')}
        rows={documents}
        rowKey={({ id }) => id}
        empty={say('documentsEmpty')}
        columns={[
          { key: 'kind', title: common('name'), cell: (it) => <Link to={`/documents/${it.id}`}>{kind(it.kind)}</Link> },
          { key: 'unit', title: common('unit'), cell: ({ unitName }) => unitName ?? '—' },
          { key: 'status', title: common('status'), cell: ({ status }) => <StateTag state={status} /> },
          { key: 'due', title: common('due'), cell: (it) => <Limit until={it.limitAt ?? it.dueAt} done={it.limitAt === null} /> },
        ]}
      />
    </Panel>
  );
};

const Reconciliation = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const say = useWords(EVALUATION);
  const language = useLanguage();
  const query = api.useQuery(
    'get',
    '/api/v1/evaluations/{evaluation}/reconciliation',
    { params: { path: { evaluation: evaluation.id } } },
    { retry: false },
  );
  if (hasCode(query.error, 'NOT_FOUND') || hasCode(query.error, 'FORBIDDEN')) return null;
  return (
    <Panel title={say('reconciliation')}>
      <Read query={query}>
        {({ statements, contradictions, findings }) => (
          <div className="evaluation-stack">
            <PlainTable
              name={say('reconciliation')}
              rows={statements}
              rowKey={({ id }) => id}
              empty={say('reconciliationEmpty')}
              columns={[
                { key: 'topic', title: say('about'), cell: ({ topic, id }) => topic ?? id },
                { key: 'published', title: say('published'), align: 'right', cell: ({ published }) => published ?? '—' },
                { key: 'recomputed', title: say('recomputed'), align: 'right', cell: ({ recomputed }) => recomputed ?? '—' },
                { key: 'verdict', title: say('verdict'), cell: (it) => it[language] },
              ]}
            />
            <strong>{say('contradictions')}</strong>
            {contradictions.length + findings.length === 0 ? (
              <p>{say('noContradictions')}</p>
            ) : (
              <ul style={{ margin: 0 }}>
                {[...contradictions, ...findings].map((it, index) => (
                  <li key={`${String(index)}/${it.code}`}>{it[language]}</li>
                ))}
              </ul>
            )}
          </div>
        )}
      </Read>
    </Panel>
  );
};

/** What the report concludes, its words checked against its tables, and all documents of the evaluation. */
export const ReportTab = ({ evaluation, documents }: TabProps) => {
  const say = useWords(EVALUATION);
  const reports = useReports(documents);
  if (reports.isReading) return <Skeleton active />;
  const report = reports.final ?? reports.draft;
  return (
    <div className="evaluation-stack">
      {report ? (
        <>
          <Panel title={say('summary')}>
            <p>{report.summary}</p>
          </Panel>
          <div className="evaluation-two">
            <Lines title={say('problems')} lines={report.problems} />
            <Lines title={say('recommendations')} lines={report.recommendations} />
          </div>
          <Reconciliation evaluation={evaluation} />
        </>
      ) : (
        <Panel>{say('noReport')}</Panel>
      )}
      <Documents documents={documents} />
    </div>
  );
};
