import { Navigate, useParams } from 'react-router';
import { api } from '../../api/client.js';
import { Page, Read } from '../../parts/page.js';
import { useWords } from '../../words/words.js';
import { TRAIL_PAGE } from './trail-page.words.js';

/** The address that letters and messages name: it leads to the one document of a task, or to the task where there are more. */
export const Component = () => {
  const say = useWords(TRAIL_PAGE);
  const { obligation = '' } = useParams();
  const documents = api.useQuery('get', '/api/v1/documents', { params: { query: { obligation, limit: 2 } } });
  return (
    <Page title={say('task')}>
      <Read query={documents}>
        {({ items: [first, ...others] }) => (
          <Navigate to={first && others.length === 0 ? `/documents/${first.id}` : `/history/tasks/${obligation}`} replace />
        )}
      </Read>
    </Page>
  );
};
