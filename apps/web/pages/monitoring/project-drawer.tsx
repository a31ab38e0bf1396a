import { Drawer } from 'antd';
import { useMemo } from 'react';
import { api } from '../../api/client.js';
import { InstantText } from '../../parts/day.js';
import { Explanations } from '../../parts/explanation/explanation.js';
import { Panel, Read } from '../../parts/page.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { useWords } from '../../words/words.js';
import { Trend } from './charts.js';
import type { MonitoringLight } from './lights.js';
import { MONITORING } from './monitoring.words.js';
import type { Progress } from './progress.js';
import { warningState } from './warnings.js';

const ProjectWarnings = ({ project, campaign }: { readonly project: string; readonly campaign: string }) => {
  const say = useWords(MONITORING);
  const warnings = api.useQuery('get', '/api/v1/warnings', { params: { query: { campaign, project, limit: 100 } } });
  return (
    <Read query={warnings}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{say('warningsEmpty')}</p>
        ) : (
          items.map((it) => (
            <div key={it.id}>
              <div style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
                <StateTag state={it.colour} />
                <StateTag state={warningState(it)} />
                <InstantText at={it.at} />
              </div>
              <Explanations of={it.explanation} />
            </div>
          ))
        )
      }
    </Read>
  );
};

interface DrawerProps {
  readonly project: Progress | undefined;
  readonly light: MonitoringLight | undefined;
  readonly figures: readonly Progress[];
  readonly year: number;
  readonly campaign: string;
  readonly onClose: () => void;
}

/** One project of the monitoring: its trend, why it shows its light, and everything that warned. */
export const ProjectDrawer = ({ project, light, figures, year, campaign, onClose }: DrawerProps) => {
  const say = useWords(MONITORING);
  const own = useMemo(() => figures.filter((it) => it.project === project?.project), [figures, project]);
  return (
    <Drawer
      open={project !== undefined}
      onClose={onClose}
      size={720}
      title={project ? `${project.projectCode} ${project.projectName}` : ''}
      extra={<StateTag state={project?.light ?? 'undecided'} />}
      styles={{ body: { display: 'flex', flexDirection: 'column', gap: 12, background: '#f4f6f8' } }}
    >
      {project ? (
        <>
          <Panel title={say('trendTitle')}>
            <Trend figures={own} year={year} name={project.projectName} height={220} />
          </Panel>
          <Panel title={say('why')}>
            <Explanations of={light?.explanation} />
          </Panel>
          <Panel title={say('allWarnings')}>
            <ProjectWarnings project={project.project} campaign={campaign} />
          </Panel>
        </>
      ) : null}
    </Drawer>
  );
};
