import { Link, useParams } from 'react-router';
import { api } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { useYear } from '../../app/year/year.js';
import { given } from '../../api/given.js';
import { LinkButton } from '../../parts/link-button.js';
import { Money } from '../../parts/money.js';
import { Page, Panel, Read } from '../../parts/page.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { useWords } from '../../words/words.js';
import { ChangesLog } from '../projects/changes-log.js';
import { RegisterProject } from '../projects/register-project.js';
import { DocumentsPanel } from './documents-panel.js';
import { SEARCH } from './search.words.js';

const Projects = ({ unit }: { readonly unit: string }) => {
  const say = useWords(SEARCH);
  const { campaign } = useYear();
  const query = { unit, limit: 200, ...given({ fiscalYear: campaign?.fiscalYear }) };
  const projects = api.useQuery('get', '/api/v1/projects', { params: { query } });
  return (
    <Read query={projects}>
      {({ items }) => (
        <PlainTable
          name={say('projects')}
          rows={items}
          rowKey={({ id }) => id}
          empty={say('noProjects')}
          columns={[
            { key: 'code', title: say('code'), width: 110, cell: ({ code }) => code },
            { key: 'name', title: say('name'), cell: ({ id, name }) => <Link to={`/projects/${id}`}>{name}</Link> },
            {
              key: 'budget',
              title: say('budget'),
              width: 150,
              align: 'right',
              cell: ({ adjustedBudget, approvedBudget, initialBudget }) => (
                <Money yuan={adjustedBudget ?? approvedBudget ?? initialBudget} />
              ),
            },
            { key: 'executed', title: say('executed'), width: 150, align: 'right', cell: (it) => <Money yuan={it.executedAmount} /> },
          ]}
        />
      )}
    </Read>
  );
};

/** One unit or department with its projects of the year and all that it files. */
export const Component = () => {
  const say = useWords(SEARCH);
  const me = useMe();
  const { unit = '' } = useParams();
  const query = api.useQuery('get', '/api/v1/units/{unit}', { params: { path: { unit } } });
  const trail = hasRole(me, 'bureau', 'observer') ? <LinkButton to={`/history?stream=unit/${unit}`}>{say('history')}</LinkButton> : null;
  const { dissolvedOn = null } = query.data ?? {};
  const writes = hasRole(me, 'bureau') && dissolvedOn === null && query.data !== undefined;
  const dissolved = dissolvedOn ? <ToneTag tone="quiet">{say('dissolved', { day: dissolvedOn })}</ToneTag> : null;
  return (
    <Page
      title={query.data ? `${query.data.code} ${query.data.name}` : say('unit')}
      state={dissolved}
      actions={
        <>
          {writes ? <RegisterProject unit={query.data.id} district={query.data.district} /> : null}
          {writes ? <LinkButton to={`/units/${unit}/dissolution`}>{say('dissolve')}</LinkButton> : null}
          {trail}
        </>
      }
    >
      <Read query={query}>
        {({ departmentName, parent }) => (
          <>
            {parent === null ? null : (
              <div>
                {say('department')}：{departmentName}
              </div>
            )}
            <Panel title={say('projects')}>
              <Projects unit={unit} />
            </Panel>
            <DocumentsPanel name={say('unitDocuments')} of={{ unit }} />
            {trail ? (
              <Panel title={say('lineage')}>
                <ChangesLog name={say('lineage')} of={{ unit }} />
              </Panel>
            ) : null}
          </>
        )}
      </Read>
    </Page>
  );
};
