import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { useRefresh } from '../../api/refresh.js';
import type { Campaign } from '../../app/year/year.js';
import { Panel } from '../../parts/page.js';
import { ListTable } from '../../parts/table/list-table.js';
import { useWords } from '../../words/words.js';
import { useStages } from '../year/commands/stage-field.js';
import { ForeseenFlow } from './foreseen-flow.js';
import { useProjectColumns } from './project-columns.js';
import { PROJECTS } from './projects.words.js';
import type { Project } from './standing.js';

interface AdmitProps {
  readonly campaign: Campaign;
  readonly projects: readonly Project[];
  readonly onDone: () => void;
}

const Admit = ({ campaign, projects, onDone }: AdmitProps) => {
  const say = useWords(PROJECTS);
  const { message } = App.useApp();
  const refresh = useRefresh();
  const params = { path: { campaign: campaign.id } };
  const preview = api.useMutation('post', '/api/v1/campaigns/{campaign}/add-projects-preview');
  const add = api.useMutation('post', '/api/v1/campaigns/{campaign}/add-projects');
  const ids = projects.map(({ id }) => id);
  return (
    <Panel title={say('admit')}>
      <ForeseenFlow
        what={say('admit')}
        wish={ids}
        look={(all: string[]) => preview.mutateAsync({ params, body: { projects: all } })}
        make={async (all, reason, header) => {
          const { detail } = await add.mutateAsync({ params: { ...params, header }, body: { projects: all, reason } });
          void message.success(say('admitted', { count: all.length, opened: detail['opened'] ?? 0 }));
          onDone();
          await refresh('/api/v1');
        }}
      >
        <p style={{ margin: 0 }}>{say('admitIntro', { count: ids.length })}</p>
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {projects.map(({ id, code, name, unitName }) => (
            <li key={id}>{`${code} ${name} · ${unitName}`}</li>
          ))}
        </ul>
      </ForeseenFlow>
    </Panel>
  );
};

/** Projects of the year that nothing in it is about yet: chosen, and taken up with what follows shown before. */
export const Outside = ({ campaign }: { readonly campaign: Campaign }) => {
  const say = useWords(PROJECTS);
  const [chosen, setChosen] = useState<readonly Project[]>([]);
  const query = { outside: campaign.id, status: 'active' as const, limit: 200 };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/projects', { params: { query } }, PAGES));
  const columns = useProjectColumns();
  const isBefore = useStages(campaign.id).some(({ name, status }) => name === 'target-filing' && status === 'planned');
  return (
    <>
      {isBefore ? <Alert type="info" showIcon title={say('admitLater')} /> : null}
      <ListTable
        id="projects-outside"
        name={say('outside')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        empty={say('outsideEmpty')}
        bulk={(selected, clear) => (
          <Button
            type="primary"
            size="small"
            onClick={() => {
              setChosen(selected);
              clear();
            }}
          >
            {say('admit')}
          </Button>
        )}
      />
      {chosen.length === 0 ? null : (
        <Admit
          key={chosen.map(({ id }) => id).join('+')}
          campaign={campaign}
          projects={chosen}
          onDone={() => {
            setChosen([]);
          }}
        />
      )}
    </>
  );
};
