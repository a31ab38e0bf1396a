import { useParams } from 'react-router';
import { Page, Read } from '../../parts/page.js';
import { useDocument } from './use-document.js';
import { DocumentView } from './view/document-view.js';

/** One document of any kind, from filing to approval. */
export const Component = () => {
  const { document = '' } = useParams();
  const query = useDocument(document);
  return (
    <Read query={query}>
      {(it) => (
        <DocumentView
          key={it.id}
          document={it}
          frame={({ state, actions, body }) => (
            <Page title={it.title} state={state} actions={actions}>
              <div>{body}</div>
            </Page>
          )}
        />
      )}
    </Read>
  );
};
