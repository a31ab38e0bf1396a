import { AddressLink } from '../../parts/choose/address-link.js';
import { Segmented } from 'antd';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { sentenceIn } from '../../parts/explanation/explanation.js';
import { Money, inTenThousands } from '../../parts/money.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { STATE_WORDS } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { DayText } from '../../parts/day.js';
import type { Listed } from '../../api/pages.js';
import { COMMON } from '../../words/terms.js';
import { useLanguage, useWords } from '../../words/words.js';
import { Link } from 'react-router';
import type { MonitoringLight } from './lights.js';
import { MONITORING } from './monitoring.words.js';
import { rateOf } from './progress.js';
import type { Progress } from './progress.js';
import { LIGHTS } from './scatter-option.js';

type Lights = ReadonlyMap<string, MonitoringLight>;

const lightOf = ({ light }: Progress): (typeof LIGHTS)[number] => light ?? 'undecided';

const useColumns = (lights: Lights): readonly Column<Progress>[] => {
  const say = useWords(MONITORING);
  const common = useWords(COMMON);
  const state = useWords(STATE_WORDS);
  const language = useLanguage();
  const why = ({ project }: Progress): string => sentenceIn(lights.get(project)?.explanation, language);
  return [
    {
      key: 'project',
      title: common('project'),
      width: 280,
      fixed: true,
      text: ({ projectCode, projectName }) => `${projectCode} ${projectName}`,
      show: ({ project, projectCode, projectName }) => (
        <AddressLink name="project" value={project}>
          {projectCode} {projectName}
        </AddressLink>
      ),
    },
    { key: 'light', title: say('light'), width: 110, text: (it) => state(lightOf(it)), show: (it) => <StateTag state={lightOf(it)} /> },
    { key: 'rate', title: say('rate'), width: 110, align: 'right', text: (it) => rateOf(it) ?? '—' },
    {
      key: 'executed',
      title: say('executed'),
      width: 130,
      align: 'right',
      text: ({ executed }) => inTenThousands(executed),
      show: ({ executed }) => <Money yuan={executed} />,
    },
    {
      key: 'budget',
      title: say('budget'),
      width: 130,
      align: 'right',
      text: ({ budget }) => (budget === null ? '' : inTenThousands(budget)),
      show: ({ budget }) => <Money yuan={budget} />,
    },
    { key: 'asOf', title: say('asOf'), width: 150, text: ({ day }) => day, show: ({ day }) => <DayText day={day} /> },
    { key: 'unit', title: common('unit'), width: 190, text: ({ unitName }) => unitName },
    {
      key: 'source',
      title: say('source'),
      width: 150,
      text: ({ report }) => say(report === null ? 'fromFeed' : 'fromReport'),
      show: ({ report }) => (report === null ? say('fromFeed') : <Link to={`/documents/${report}`}>{say('fromReport')}</Link>),
    },
    { key: 'why', title: say('why'), width: 260, text: why, hidden: true },
  ];
};

interface TableProps {
  readonly list: Listed<Progress>;
  readonly lights: Lights;
  readonly onOpen: (project: string) => void;
}

/** Each project with its newest figures and its light; the counts by light filter it. */
export const ProjectsTable = ({ list, lights, onOpen }: TableProps) => {
  const say = useWords(MONITORING);
  const state = useWords(STATE_WORDS);
  const { oneOf, set, get } = useInAddress();
  const light = oneOf('light', LIGHTS);
  const rows = light === undefined ? list.rows : list.rows.filter((it) => lightOf(it) === light);
  const count = (of: (typeof LIGHTS)[number]): number => list.rows.filter((it) => lightOf(it) === of).length;
  return (
    <ListTable
      id="monitoring-projects"
      name={say('projects')}
      columns={useColumns(lights)}
      list={{ ...list, rows }}
      rowKey={({ project }) => project}
      empty={say('projectsEmpty')}
      current={get('project')}
      onOpen={({ project }) => {
        onOpen(project);
      }}
      filters={
        <Segmented
          size="small"
          aria-label={say('light')}
          value={light ?? 'all'}
          onChange={(it) => {
            set({ light: it === 'all' ? undefined : it });
          }}
          options={[
            { value: 'all', label: `${say('all')} ${String(list.rows.length)}` },
            ...LIGHTS.filter((it) => count(it) > 0).map((value) => ({ value, label: `${state(value)} ${String(count(value))}` })),
          ]}
        />
      }
    />
  );
};
