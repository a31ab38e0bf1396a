import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { api, once } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { useRefresh } from '../../../api/refresh.js';
import type { Campaign } from '../../../app/year/year.js';
import { Panel, Read } from '../../../parts/page.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { STAGE_WORDS } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { Clashes } from '../timeline/clashes.js';
import { TimelineChart } from '../timeline/timeline.js';
import { DepartmentsTable } from './departments-panel.js';
import { ForeseenTable } from './foreseen-table.js';
import { LAUNCH } from './launch.words.js';
import { ProjectsPanel } from './projects-panel.js';

type Preview = Schemas['LaunchPreview'];

const Workloads = ({ workloads }: Pick<Preview, 'workloads'>) => {
  const say = useWords(LAUNCH);
  const name = useWords(STAGE_WORDS);
  if (workloads.length === 0) return null;
  return (
    <Panel title={say('workload')}>
      <div className="figures-scroll" tabIndex={0} role="group" aria-label={say('workload')}>
        <table className="figures" aria-label={say('workload')}>
          <thead>
            <tr>
              <th scope="col">{say('stage')}</th>
              <th scope="col">{say('who')}</th>
              <th scope="col" className="figure">
                {say('documents')}
              </th>
              <th scope="col" className="figure">
                {say('people')}
              </th>
              <th scope="col" className="figure">
                {say('perPerson')}
              </th>
            </tr>
          </thead>
          <tbody>
            {workloads.map((it) => (
              <tr key={`${it.stage}/${it.seat}/${it.who}`}>
                <td>{name(it.stage)}</td>
                <th scope="row">{it.who}</th>
                <td className="figure">{it.documents}</td>
                <td className="figure">{it.people}</td>
                <td className="figure">{it.people === 0 ? '—' : Math.ceil(it.documents / it.people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
};

interface LaunchProps {
  readonly campaign: Campaign;
  readonly preview: Preview;
  readonly onLaunched: () => void;
}

/** Launches once it was confirmed, with what opens at once. */
const Launch = ({ campaign, preview, onLaunched }: LaunchProps) => {
  const say = useWords(LAUNCH);
  const { modal } = App.useApp();
  const refresh = useRefresh();
  const [header] = useState(once);
  const launch = api.useMutation('post', '/api/v1/campaigns/{campaign}/launch');
  const atOnce = preview.stages.filter((it) => it.known !== null && it.opens <= preview.today).reduce((sum, it) => sum + it.obligations, 0);
  const run = async (): Promise<void> => {
    await launch.mutateAsync({ params: { path: { campaign: campaign.id }, header } });
    onLaunched();
    // The question is answered; what it changed is read while the progress is shown.
    void refresh('/api/v1/campaigns', '/api/v1/tasks');
  };
  return (
    <>
      {launch.error ? <ProblemAlert error={launch.error} /> : null}
      <div>
        <Button
          type="primary"
          loading={launch.isPending}
          onClick={() => {
            void modal.confirm({
              title: say('launchTitle', { year: campaign.fiscalYear }),
              content: (
                <>
                  <p>{say('launchText', { now: atOnce })}</p>
                  {preview.clashes.length > 0 ? <p>{say('launchClashes', { count: preview.clashes.length })}</p> : null}
                </>
              ),
              okText: say('launch'),
              onOk: () => run().catch(() => undefined),
            });
          }}
        >
          {say('launch')}
        </Button>
      </div>
    </>
  );
};

/** Exactly what a launch will open, for whom, which mails go, and what clashes. */
export const LaunchPreview = ({ campaign, onLaunched }: { readonly campaign: Campaign; readonly onLaunched: () => void }) => {
  const say = useWords(LAUNCH);
  const params = { path: { campaign: campaign.id } };
  const preview = api.useQuery('get', '/api/v1/campaigns/{campaign}/launch-preview', { params });
  const { district, fiscalYear } = campaign;
  const projects = api.useQuery('get', '/api/v1/projects', { params: { query: { district, fiscalYear, limit: 1 } } });
  const timeline = api.useQuery('get', '/api/v1/campaigns/{campaign}/timeline', { params });
  return (
    <Read query={preview}>
      {(it) => (
        <>
          <Panel title={say('previewOf', { year: campaign.fiscalYear })}>
            <p style={{ marginTop: 0 }}>{say('previewIntro')}</p>
            <Clashes clashes={it.clashes} />
            {timeline.data ? <TimelineChart year={timeline.data} /> : null}
            <div style={{ height: 12 }} />
            {projects.data?.items.length === 0 ? (
              <Alert type="warning" showIcon title={say('noProjects', { year: campaign.fiscalYear })} style={{ marginBottom: 12 }} />
            ) : null}
            <ForeseenTable preview={it} />
          </Panel>
          {campaign.status === 'draft' ? <ProjectsPanel campaign={campaign} /> : null}
          {campaign.status === 'draft' ? <Launch campaign={campaign} preview={it} onLaunched={onLaunched} /> : null}
          {it.stages.some(({ departments }) => departments.length > 0) ? (
            <Panel title={say('byDepartment')}>
              <DepartmentsTable preview={it} />
            </Panel>
          ) : null}
          <Workloads workloads={it.workloads} />
        </>
      )}
    </Read>
  );
};
