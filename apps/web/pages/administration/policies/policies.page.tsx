import { Select } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../../api/client.js';
import { hasRole, useMe } from '../../../app/session/session.js';
import { MissingPage } from '../../../parts/error-page.js';
import { Panel, Read } from '../../../parts/page.js';
import { useWords } from '../../../words/words.js';
import type { Schemas } from '../../../api/client.js';
import { AdministrationPage } from '../administration-page.js';
import { DifferencePanel } from './difference-panel.js';
import { PolicyEditor } from './policy-editor.js';
import { POLICIES } from './policies.words.js';

type Policy = Schemas['Policy'];

const Whole = ({ policy, policies }: { readonly policy: Policy; readonly policies: readonly Policy[] }) => {
  const params = { path: { policy: policy.id } };
  const query = api.useQuery('get', '/api/v1/policies/{policy}', { params }, { refetchOnWindowFocus: false });
  return (
    <Read query={query}>
      {({ yaml, content }) => (
        <PolicyEditor
          key={policy.id}
          id={policy.id}
          yaml={yaml}
          below={(typed, isTyped, findings) => <DifferencePanel {...{ policies, policy, content, typed, isTyped, findings }} />}
        />
      )}
    </Read>
  );
};

const Shown = () => {
  const say = useWords(POLICIES);
  const { policy } = useParams();
  const navigate = useNavigate();
  const policies = api.useQuery('get', '/api/v1/policies', { params: { query: { limit: 200 } } });
  return (
    <AdministrationPage title={say('title')} intro={say('intro')}>
      <Panel>
        <Read query={policies}>
          {({ items }) => {
            const current = items.find(({ id }) => id === policy) ?? items[0];
            if (!current)
              return (
                <>
                  <p>{say('none')}</p>
                  <PolicyEditor id="new" yaml="" />
                </>
              );
            return (
              <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
                <Select
                  aria-label={say('choose')}
                  style={{ width: 'min(100%, 260px)' }}
                  value={current.id}
                  options={items.map(({ id, fiscalYear, version }) => ({ value: id, label: say('one', { year: fiscalYear, version }) }))}
                  onChange={(id: string) => void navigate(`/administration/policies/${id}`)}
                />
                <Whole policy={current} policies={items} />
              </div>
            );
          }}
        </Read>
      </Panel>
    </AdministrationPage>
  );
};

/** The policies of the years: read, check, hand in a new version; for the bureau. */
export const Component = () => {
  const me = useMe();
  return hasRole(me, 'bureau') ? <Shown /> : <MissingPage />;
};
