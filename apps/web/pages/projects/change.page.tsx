import { Alert, Descriptions } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { MissingPage } from '../../parts/error-page.js';
import { LinkButton } from '../../parts/link-button.js';
import { Money } from '../../parts/money.js';
import { Page, Panel, Read } from '../../parts/page.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { ChangeFlow } from './change-flow.js';
import { ChooseActiveUnit } from './choose-active-unit.js';
import { PROJECTS } from './projects.words.js';
import { Split } from './split.js';
import { budgetOf, executedOf } from './standing.js';
import type { Project } from './standing.js';

interface OfProject {
  readonly project: Project;
}

const Transfer = ({ project }: OfProject) => {
  const say = useWords(PROJECTS);
  const [unit, setUnit] = useState<string | null>(null);
  return (
    <ChangeFlow
      kind="transfer-project"
      wish={unit === null ? null : { kind: 'transfer-project', project: project.id, unit }}
      onward={<LinkButton to={`/projects/${project.id}`}>{say('backToProject')}</LinkButton>}
    >
      <ChooseActiveUnit label={say('toUnit')} district={project.district} value={unit} onChoose={setUnit} without={project.unit} />
    </ChangeFlow>
  );
};

const Cancel = ({ project }: OfProject) => {
  const say = useWords(PROJECTS);
  return (
    <ChangeFlow
      kind="cancel-project"
      wish={{ kind: 'cancel-project', project: project.id }}
      onward={<LinkButton to={`/projects/${project.id}`}>{say('backToProject')}</LinkButton>}
    />
  );
};

const Facts = ({ project }: OfProject) => {
  const say = useWords(PROJECTS);
  const common = useWords(COMMON);
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, sm: 2, lg: 4 }}
      items={[
        { key: 'project', label: common('project'), children: <Link to={`/projects/${project.id}`}>{project.code}</Link> },
        { key: 'unit', label: common('unit'), children: project.unitName },
        { key: 'budget', label: say('budgetWan'), children: <Money yuan={budgetOf(project)} /> },
        { key: 'executed', label: say('executedWan'), children: <Money yuan={executedOf(project)} /> },
      ]}
    />
  );
};

const CHANGES = {
  transfer: { kind: 'transfer-project', intro: 'transferIntro', Flow: Transfer },
  split: { kind: 'split-project', intro: 'splitIntro', Flow: Split },
  cancellation: { kind: 'cancel-project', intro: 'cancelIntro', Flow: Cancel },
} as const;
const isChange = (it: string | undefined): it is keyof typeof CHANGES => it !== undefined && Object.hasOwn(CHANGES, it);

const OfKind = ({ id, change }: { readonly id: string; readonly change: keyof typeof CHANGES }) => {
  const say = useWords(PROJECTS);
  const { kind, intro, Flow } = CHANGES[change];
  const options = { refetchOnWindowFocus: false };
  const query = api.useQuery('get', '/api/v1/projects/{project}', { params: { path: { project: id } } }, options);
  const [wasActive, setWasActive] = useState(false);
  if (query.data?.status === 'active' && !wasActive) setWasActive(true);
  return (
    <Page title={query.data ? `${say(kind)} · ${query.data.name}` : say(kind)} intro={say(intro)}>
      <Read query={query}>
        {(project) => (
          <>
            <Panel>
              <Facts project={project} />
            </Panel>
            <Panel>
              {wasActive || project.status === 'active' ? <Flow project={project} /> : <Alert showIcon title={say('inactive')} />}
            </Panel>
          </>
        )}
      </Read>
    </Page>
  );
};

/** 划转、拆分、撤销 of one project: what follows is shown before it is done; for the bureau. */
export const Component = () => {
  const { project = '', change } = useParams();
  const me = useMe();
  return isChange(change) && hasRole(me, 'bureau') ? <OfKind key={`${project}/${change}`} id={project} change={change} /> : <MissingPage />;
};
