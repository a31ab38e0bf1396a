import { useQueries } from '@tanstack/react-query';
import { Empty, Form, Input } from 'antd';
import { useSearchParams } from 'react-router';
import { api } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { MissingPage } from '../../parts/error-page.js';
import { LinkButton } from '../../parts/link-button.js';
import { Money } from '../../parts/money.js';
import { Page, Panel, Read } from '../../parts/page.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { useKept } from '../../parts/use-kept.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { ChangeFlow } from './change-flow.js';
import { ChooseActiveUnit } from './choose-active-unit.js';
import { PROJECTS } from './projects.words.js';
import { budgetOf, executedOf, together } from './standing.js';
import type { Project } from './standing.js';

interface Typed {
  readonly code: string;
  readonly name: string;
  readonly unit: string | null;
}
const isTyped = (it: unknown): it is Typed => typeof it === 'object' && it !== null && 'code' in it && 'name' in it && 'unit' in it;

const Chosen = ({ projects }: { readonly projects: readonly Project[] }) => {
  const say = useWords(PROJECTS);
  const common = useWords(COMMON);
  const { budget, executed } = together(projects);
  return (
    <PlainTable
      name={common('project')}
      rows={projects}
      rowKey={({ id }) => id}
      columns={[
        { key: 'code', title: say('code'), width: 140, cell: ({ code }) => code },
        { key: 'name', title: say('name'), cell: ({ name }) => name },
        { key: 'unit', title: say('unit'), cell: ({ unitName }) => unitName },
        { key: 'budget', title: say('budgetWan'), width: 150, align: 'right', cell: (it) => <Money yuan={budgetOf(it)} /> },
        { key: 'executed', title: say('executedWan'), width: 150, align: 'right', cell: (it) => <Money yuan={executedOf(it)} /> },
      ]}
      foot={[say('totals'), '', '', <Money key="budget" yuan={budget} />, <Money key="executed" yuan={executed} />]}
    />
  );
};

const Merge = ({ projects }: { readonly projects: readonly [Project, ...Project[]] }) => {
  const say = useWords(PROJECTS);
  const [first] = projects;
  const ids = projects.map(({ id }) => id);
  const begin: Typed = { code: '', name: first.name, unit: first.unit };
  const [typed, setTyped, forget] = useKept(`jiheng.merge.${[...ids].sort().join('+')}`, begin, isTyped);
  const [code, name] = [typed.code.trim(), typed.name.trim()];
  const isWhole = code !== '' && name !== '' && typed.unit !== null;
  return (
    <ChangeFlow
      kind="merge-projects"
      wish={isWhole ? { kind: 'merge-projects', projects: ids, code, name, unit: typed.unit } : null}
      onward={<LinkButton to="/year/projects?show=log">{say('backToYear')}</LinkButton>}
      onDone={forget}
    >
      <h2 style={{ fontSize: 15, margin: 0 }}>{say('merged')}</h2>
      <Form layout="vertical" component="div" style={{ display: 'grid', gap: 8, maxWidth: 640 }}>
        <Form.Item label={say('code')} htmlFor="merged-code" style={{ margin: 0 }}>
          <Input
            id="merged-code"
            value={typed.code}
            maxLength={60}
            onChange={({ target }) => {
              setTyped({ ...typed, code: target.value });
            }}
          />
        </Form.Item>
        <Form.Item label={say('name')} htmlFor="merged-name" style={{ margin: 0 }}>
          <Input
            id="merged-name"
            value={typed.name}
            maxLength={120}
            onChange={({ target }) => {
              setTyped({ ...typed, name: target.value });
            }}
          />
        </Form.Item>
        <ChooseActiveUnit
          label={say('unit')}
          district={first.district}
          value={typed.unit}
          onChoose={(unit) => {
            setTyped({ ...typed, unit });
          }}
        />
      </Form>
    </ChangeFlow>
  );
};

const OfProjects = ({ ids }: { readonly ids: readonly string[] }) => {
  const say = useWords(PROJECTS);
  const options = ids.map((project) => api.queryOptions('get', '/api/v1/projects/{project}', { params: { path: { project } } }));
  const query = useQueries({
    queries: options,
    combine: (all) => {
      const projects = all.flatMap(({ data }) => data ?? []);
      const [first, ...others] = projects;
      return {
        data: first && projects.length === all.length ? ([first, ...others] as const) : undefined,
        error: all.find(({ error }) => error)?.error ?? null,
        refetch: () => Promise.all(all.map(({ refetch }) => refetch())),
      };
    },
  });
  return (
    <Page title={say('merge-projects')} intro={say('mergeIntro')}>
      <Read query={query}>
        {(projects) => (
          <>
            <Panel>
              <Chosen projects={projects} />
            </Panel>
            <Panel>
              <Merge projects={[...projects]} />
            </Panel>
          </>
        )}
      </Read>
    </Page>
  );
};

/** 项目合并: which ones stands in the address; for the bureau. */
export const Component = () => {
  const say = useWords(PROJECTS);
  const me = useMe();
  const [search] = useSearchParams();
  const ids = [...new Set(search.getAll('project'))];
  if (!hasRole(me, 'bureau')) return <MissingPage />;
  if (ids.length >= 2) return <OfProjects key={ids.join('+')} ids={ids} />;
  return (
    <Page
      title={say('merge-projects')}
      intro={say('mergeIntro')}
      actions={<LinkButton to="/year/projects?show=all">{say('changes')}</LinkButton>}
    >
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('mergeFew')} />
    </Page>
  );
};
