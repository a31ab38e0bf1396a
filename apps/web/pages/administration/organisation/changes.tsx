import { api } from '../../../api/client.js';
import { InstantText } from '../../../parts/day.js';
import { Panel, Read } from '../../../parts/page.js';
import { PlainTable } from '../../../parts/table/plain-table.js';
import { useWords } from '../../../words/words.js';
import { ORGANISATION } from './organisation.words.js';

/** Projects that changed hands and units that were dissolved, latest first. */
export const Changes = () => {
  const say = useWords(ORGANISATION);
  const changes = api.useQuery('get', '/api/v1/organisation-changes', { params: { query: { limit: 100 } } });
  return (
    <Panel title={say('changes')}>
      <Read query={changes}>
        {({ items }) => (
          <PlainTable
            name={say('changes')}
            rows={items}
            rowKey={({ id }) => id}
            empty={say('changesEmpty')}
            columns={[
              { key: 'at', title: say('at'), width: 140, cell: ({ at }) => <InstantText at={at} /> },
              { key: 'kind', title: say('kind'), width: 110, cell: ({ kind }) => say(kind) },
              { key: 'what', title: say('what'), cell: ({ projectName, unitName }) => projectName ?? unitName },
              { key: 'to', title: say('to'), cell: ({ successorName }) => successorName ?? '—' },
              { key: 'reason', title: say('reason'), cell: ({ reason }) => reason },
              { key: 'state', title: say('state'), width: 80, cell: ({ followedAt }) => say(followedAt ? 'followed' : 'underWay') },
            ]}
          />
        )}
      </Read>
    </Panel>
  );
};
