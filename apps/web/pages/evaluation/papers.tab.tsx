import { Skeleton } from 'antd';
import { Panel } from '../../parts/page.js';
import { FileList } from '../../parts/preview/file-list.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { KIND_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { EVALUATION } from './evaluation.words.js';
import type { TabProps } from './tab-props.js';
import { useReports } from './use-evaluation.js';
import type { EvaluationDocument } from './use-evaluation.js';

const Attachments = ({ document }: { readonly document: EvaluationDocument }) => {
  const kind = useWords(KIND_WORDS);
  return (
    <FileList document={document.id} label={kind(document.kind)} more={({ sha256 }) => <span className="evaluation-hash">{sha256}</span>}>
      <strong>{kind(document.kind)}</strong>
    </FileList>
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
