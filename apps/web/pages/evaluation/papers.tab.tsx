import { Skeleton } from 'antd';
import { api } from '../../api/client.js';
import { Panel } from '../../parts/page.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { KIND_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { EVALUATION } from './evaluation.words.js';
import type { TabProps } from './tab-props.js';
import { useReports } from './use-evaluation.js';
import type { EvaluationDocument } from './use-evaluation.js';

const KILO = 1_024;

const Attachments = ({ document }: { readonly document: EvaluationDocument }) => {
  const kind = useWords(KIND_WORDS);
  const { data } = api.useQuery('get', '/api/v1/documents/{document}/attachments', {
    params: { path: { document: document.id }, query: {} },
  });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div>
      <strong>{kind(document.kind)}</strong>
      <ul style={{ margin: 0 }}>
        {items.map((it) => (
          <li key={it.id}>
            <a href={`/api/v1/documents/${document.id}/attachments/${it.id}`} download={it.name}>
              {it.name}
            </a>{' '}
            <span className="numbers">{Math.ceil(it.size / KILO)} KB</span> <span className="evaluation-hash">{it.sha256}</span>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** 工作底稿: each paper with its checksum and the indicators that rest on it; below, the files that were attached. */
export const PapersTab = ({ documents }: TabProps) => {
  const say = useWords(EVALUATION);
  const reports = useReports(documents);
  if (reports.isReading) return <Skeleton active />;
  const report = reports.final ?? reports.draft;
  const supported = (number: string): string =>
    (report?.scoreItems ?? [])
      .filter(({ papers }) => papers?.includes(number))
      .map(({ indicator }) => indicator)
      .join('、');
  return (
    <div className="evaluation-stack">
      <Panel title={say('papers')}>
        <PlainTable
          name={say('papers')}
          rows={report?.workingPapers ?? []}
          rowKey={({ number }) => number}
          empty={say('papersEmpty')}
          columns={[
            { key: 'number', title: say('paperNumber'), cell: ({ number }) => number },
            { key: 'title', title: say('paperTitle'), cell: ({ title }) => title },
            { key: 'supports', title: say('supports'), cell: ({ number }) => supported(number) || '—' },
            { key: 'hash', title: say('paperHash'), cell: ({ hash }) => <span className="evaluation-hash">{hash ?? '—'}</span> },
          ]}
        />
      </Panel>
      <Panel title={say('attachments')}>
        <div className="evaluation-stack">
          {documents.map((it) => (
            <Attachments key={it.id} document={it} />
          ))}
        </div>
      </Panel>
    </div>
  );
};
