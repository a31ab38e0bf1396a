import { Link, useParams } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { Limit } from '../../parts/day.js';
import { HistoryTimeline } from '../../parts/history/happened.js';
import { OutlookView } from '../../parts/history/outlook.js';
import { Page, Panel, Read } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { useWords } from '../../words/words.js';
import { stateOf } from './task-state.js';
import { TRAIL_PAGE } from './trail-page.words.js';

const Documents = ({ obligation }: { readonly obligation: string }) => {
  const say = useWords(TRAIL_PAGE);
  const documents = api.useQuery('get', '/api/v1/documents', { params: { query: { obligation, limit: 200 } } });
  return (
    <Read query={documents}>
      {({ items }) =>
        items.length === 0 ? (
          <p style={{ margin: 0 }}>{say('noDocuments')}</p>
        ) : (
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {items.map((it) => (
              <li key={it.id}>
                <Link to={`/documents/${it.id}`}>{[it.title, it.unitName].filter(Boolean).join(' · ')}</Link> <StateTag state={it.status} />
              </li>
            ))}
          </ul>
        )
      }
    </Read>
  );
};

const Course = ({ obligation }: { readonly obligation: Schemas['ObligationWithLadder'] }) => {
  const say = useWords(TRAIL_PAGE);
  const { id, title, status, dueAt, campaign } = obligation;
  const path = { obligation: id };
  const params = { path, query: { limit: 200, sort: '-sequence' as const } };
  const history = listed(api.useInfiniteQuery('get', '/api/v1/obligations/{obligation}/history', { params }, PAGES));
  const outlook = api.useQuery('get', '/api/v1/obligations/{obligation}/outlook', { params: { path } });
  const state = (
    <>
      <StateTag state={stateOf(status)} />
      <Limit until={dueAt} campaign={campaign} done={status === 'closed'} />
    </>
  );
  return (
    <Page title={title} state={state}>
      <Panel title={say('documents')}>
        <Documents obligation={id} />
      </Panel>
      <div
        style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))', gap: 12, alignItems: 'start' }}
      >
        <Panel title={say('ahead')}>
          <Read query={outlook}>{(it) => <OutlookView outlook={it} />}</Read>
        </Panel>
        <Panel title={say('past')}>
          {history.error ? <ProblemAlert error={history.error} retry={history.readAgain} /> : null}
          {history.isFirst ? null : <HistoryTimeline entries={history.rows} />}
        </Panel>
      </div>
    </Page>
  );
};

/** The course of one task: its documents, what the workflow waits for and does next, and all that happened. */
export const Component = () => {
  const say = useWords(TRAIL_PAGE);
  const { obligation = '' } = useParams();
  const query = api.useQuery('get', '/api/v1/obligations/{obligation}', { params: { path: { obligation } } });
  if (query.data) return <Course obligation={query.data} />;
  return (
    <Page title={say('tasks')}>
      <Read query={query}>{() => null}</Read>
    </Page>
  );
};
