import { Empty, Select, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { Panel } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { Scatter, Trend } from './charts.js';
import { useLights } from './lights.js';
import { MONITORING } from './monitoring.words.js';
import './monitoring.css';
import { useNewest, useProgress } from './progress.js';
import type { Progress } from './progress.js';
import { ProjectDrawer } from './project-drawer.js';
import { ProjectsTable } from './projects-table.js';

const TrendPanel = ({ figures, newest, year }: { figures: readonly Progress[]; newest: readonly Progress[]; year: number }) => {
  const say = useWords(MONITORING);
  const [project, setProject] = useState<string | null>(null);
  const shown = useMemo(() => (project === null ? figures : figures.filter((it) => it.project === project)), [figures, project]);
  const name = newest.find((it) => it.project === project)?.projectName ?? say('trendAll');
  return (
    <Panel
      title={say('trendTitle')}
      extra={
        <Select
          aria-label={say('chooseProject')}
          placeholder={say('trendAll')}
          size="small"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 220 }}
          value={project}
          onChange={(it: string | undefined) => {
            setProject(it ?? null);
          }}
          options={newest.map((it) => ({ value: it.project, label: `${it.projectCode} ${it.projectName}` }))}
        />
      }
    >
      <p className="monitoring-note">{say('trendNote')}</p>
      <Trend figures={shown} year={year} name={name} />
    </Panel>
  );
};

/** 双监控 at one glance: execution against time, its trend, and the light of each project. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(MONITORING);
  const { get, set } = useInAddress();
  const progress = useProgress(campaign.id);
  const lights = useLights(campaign.id);
  const newest = useNewest(progress.rows);
  const open = (project: string): void => {
    set({ project });
  };
  if (progress.error) return <ProblemAlert error={progress.error} retry={progress.readAgain} />;
  if (progress.isFirst) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (newest.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noFigures')} />;
  return (
    <div className="monitoring-page">
      <div className="monitoring-charts">
        <Panel title={say('progressTitle')} extra={say('points', { count: newest.length })}>
          <p className="monitoring-note">{say('progressNote')}</p>
          <Scatter figures={newest} year={campaign.fiscalYear} onPick={open} />
        </Panel>
        <TrendPanel figures={progress.rows} newest={newest} year={campaign.fiscalYear} />
      </div>
      <ProjectsTable list={{ ...progress, rows: newest }} lights={lights} onOpen={open} />
      <ProjectDrawer
        project={newest.find((it) => it.project === get('project'))}
        light={lights.get(get('project') ?? '')}
        figures={progress.rows}
        year={campaign.fiscalYear}
        campaign={campaign.id}
        onClose={() => {
          set({ project: undefined });
        }}
      />
    </div>
  );
};
