import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { commentForm } from '#contracts/forms/key-evaluation.form.js';
import { api } from '../../api/client.js';
import { Panel, Read } from '../../parts/page.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { useWords } from '../../words/words.js';
import { EVALUATION } from './evaluation.words.js';
import type { TabProps } from './tab-props.js';
import { newestOf, useContent } from './use-evaluation.js';

const Given = ({ document }: { readonly document: string }) => {
  const say = useWords(EVALUATION);
  const { data } = useContent(document);
  if (!data) return <Skeleton active />;
  const read = commentForm.safeParse(data.content);
  if (!read.success) return <p>{say('noComment')}</p>;
  const { position, text, items = [] } = read.data;
  return (
    <div className="evaluation-stack">
      <div>
        <ToneTag tone={position === 'agree' ? 'done' : 'warn'} sign={position === 'agree' ? '✓' : '!'}>
          {say(position === 'agree' ? 'agrees' : 'objects')}
        </ToneTag>
      </div>
      {text === '' ? null : <p>{text}</p>}
      {items.length === 0 ? null : (
        <PlainTable
          name={say('commentsGiven')}
          rows={items}
          rowKey={({ about }, index) => `${String(index)}/${about}`}
          columns={[
            { key: 'about', title: say('about'), cell: ({ about }) => about },
            { key: 'text', title: say('comment'), cell: (it) => it.text },
          ]}
        />
      )}
    </div>
  );
};

/** 意见台账: what the unit said, whether it was adopted and why, and every changed score with its reason. */
export const LedgerTab = ({ evaluation, documents }: TabProps) => {
  const say = useWords(EVALUATION);
  const comment = newestOf(documents, 'evaluation-comment');
  const ledger = api.useQuery('get', '/api/v1/evaluations/{evaluation}/ledger', {
    params: { path: { evaluation: evaluation.id }, query: { limit: 500 } },
  });
  return (
    <div className="evaluation-stack">
      <Panel title={say('commentsGiven')} extra={comment ? <Link to={`/documents/${comment.id}`}>{say('openDocument')}</Link> : null}>
        {comment ? <Given document={comment.id} /> : <p>{say('noComment')}</p>}
      </Panel>
      <Panel title={say('ledger')}>
        <Read query={ledger}>
          {({ items }) => (
            <PlainTable
              name={say('ledger')}
              rows={items}
              rowKey={({ kind, number }) => `${kind}/${String(number)}`}
              empty={say('ledgerEmpty')}
              columns={[
                { key: 'number', title: say('paperNumber'), cell: ({ number }) => String(number) },
                { key: 'subject', title: say('about'), cell: ({ subject }) => subject },
                {
                  key: 'said',
                  title: say('comment'),
                  cell: (it) =>
                    it.kind === 'change' ? `${say('changesTitle')} · ${it.fromPoints ?? '—'} → ${it.toPoints ?? '—'}` : (it.said ?? '—'),
                },
                {
                  key: 'adopted',
                  title: say('verdict'),
                  cell: ({ adopted }) =>
                    adopted === null ? (
                      '—'
                    ) : (
                      <ToneTag tone={adopted ? 'done' : 'quiet'} sign={adopted ? '✓' : '✕'}>
                        {say(adopted ? 'adopted' : 'notAdopted')}
                      </ToneTag>
                    ),
                },
                { key: 'reason', title: say('answer'), cell: ({ reason }) => reason ?? '—' },
              ]}
            />
          )}
        </Read>
      </Panel>
    </div>
  );
};
