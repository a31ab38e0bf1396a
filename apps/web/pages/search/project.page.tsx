import { Descriptions } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { LinkButton } from '../../parts/link-button.js';
import { Money } from '../../parts/money.js';
import { Page, Panel, Read } from '../../parts/page.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { ChangesLog } from '../projects/changes-log.js';
import { ProjectChanges } from '../projects/project-changes.js';
import { DocumentsPanel } from './documents-panel.js';
import { SEARCH } from './search.words.js';

const Facts = ({ project }: { readonly project: Schemas['ProjectWithSources'] }) => {
  const say = useWords(SEARCH);
  const common = useWords(COMMON);
  const { code, fiscalYear, unit, unitName, attribute, initialBudget, adjustedBudget, approvedBudget, executedAmount } = project;
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, sm: 2, lg: 3 }}
      items={[
        { key: 'code', label: say('code'), children: code },
        { key: 'year', label: say('year'), children: fiscalYear },
        { key: 'unit', label: common('unit'), children: <Link to={`/units/${unit}`}>{unitName}</Link> },
        { key: 'attribute', label: say('attribute'), children: say(attribute) },
        { key: 'budget', label: say('budget'), children: <Money yuan={adjustedBudget ?? approvedBudget ?? initialBudget} /> },
        { key: 'executed', label: say('executed'), children: <Money yuan={executedAmount} /> },
      ]}
    />
  );
};

/** One project with all that is filed about it, in every stage. */
export const Component = () => {
  const say = useWords(SEARCH);
  const me = useMe();
  const { project = '' } = useParams();
  const query = api.useQuery('get', '/api/v1/projects/{project}', { params: { path: { project } } });
  const trail = hasRole(me, 'bureau', 'observer') ? (
    <LinkButton to={`/history?stream=project/${project}`}>{say('history')}</LinkButton>
  ) : null;
  const changes = hasRole(me, 'bureau') && query.data?.status === 'active' ? <ProjectChanges project={project} /> : null;
  const cancelled = query.data?.status === 'cancelled' ? <ToneTag tone="quiet">{say('cancelled')}</ToneTag> : null;
  return (
    <Page
      title={query.data?.name ?? say('project')}
      state={cancelled}
      actions={
        <>
          {changes}
          {trail}
        </>
      }
    >
      <Read query={query}>
        {(it) => (
          <>
            <Panel>
              <Facts project={it} />
            </Panel>
            <DocumentsPanel name={say('documents')} of={{ project }} />
            {trail ? (
              <Panel title={say('lineage')}>
                <ChangesLog name={say('lineage')} of={{ project }} />
              </Panel>
            ) : null}
          </>
        )}
      </Read>
    </Page>
  );
};
