import { Alert, Tabs } from 'antd';
import type { Schemas } from '../../../api/client.js';
import { whole } from '../../../api/pages.js';
import { DayText } from '../../../parts/day.js';
import { Panel } from '../../../parts/page.js';
import { StateTag } from '../../../parts/states/state-tag.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { Clashes } from '../timeline/clashes.js';
import { ComparisonTable } from './comparison-table.js';
import { Happenings } from './happenings.js';
import { REHEARSAL } from './rehearsal.words.js';

type Outcome = Schemas['RehearsalOutcome'];
type Late = Outcome['lateTasks']['items'][number];
type Open = Outcome['openItems']['items'][number];

const KIND = { task: 'openTask', stage: 'openStage', finding: 'openFinding', message: 'openMessage' } as const;

/** Long lists are kept in part; the reader is told. */
const Cut = ({ count, items }: { readonly count: number; readonly items: readonly object[] }) => {
  const say = useWords(REHEARSAL);
  return count > items.length ? <p style={{ margin: 0 }}>{say('firstOf', { count: items.length })}</p> : null;
};

const LateTasks = ({ outcome }: { readonly outcome: Outcome }) => {
  const say = useWords(REHEARSAL);
  const nameOf = useStageName(outcome.stages);
  const { count, items } = outcome.lateTasks;
  const columns: readonly Column<Late>[] = [
    { key: 'task', title: say('task'), width: 320, fixed: true, text: ({ title }) => title },
    { key: 'unit', title: say('unit'), width: 200, text: ({ unitName }) => unitName ?? '—' },
    { key: 'stage', title: say('stage'), width: 150, text: ({ stageKey, stage }) => nameOf({ key: stageKey, name: stage }) },
    { key: 'due', title: say('due'), width: 160, text: ({ dueOn }) => dueOn, show: ({ dueOn }) => <DayText day={dueOn} /> },
    { key: 'documents', title: say('documents'), width: 100, align: 'right', text: ({ documents }) => String(documents) },
  ];
  const keyOf = ({ title, unitName, stageKey, dueOn }: Late): string => [title, unitName, stageKey, dueOn].join('/');
  const name = say('lateTasks', { count });
  return (
    <>
      <Cut count={count} items={items} />
      <ListTable id="rehearsal-late" {...{ name, columns }} list={whole(items)} rowKey={keyOf} empty={say('noLate')} />
    </>
  );
};

const OpenItems = ({ outcome }: { readonly outcome: Outcome }) => {
  const say = useWords(REHEARSAL);
  const { count, items } = outcome.openItems;
  const rows = items.map((it, place) => ({ ...it, place }));
  const columns: readonly Column<Open>[] = [
    { key: 'about', title: say('about'), width: 460, fixed: true, text: ({ about }) => about },
    { key: 'kind', title: say('kind'), width: 160, text: ({ kind }) => say(KIND[kind]) },
  ];
  const name = say('openItems', { count });
  return (
    <>
      <Cut count={count} items={items} />
      <ListTable
        id="rehearsal-open"
        {...{ name, columns }}
        list={whole(rows)}
        rowKey={({ place }) => String(place)}
        empty={say('noOpen')}
      />
    </>
  );
};

const Verdict = ({ outcome }: { readonly outcome: Outcome }) => {
  const say = useWords(REHEARSAL);
  const { closed, mails, grades } = outcome;
  const { count } = outcome.openItems;
  const title = !closed ? say('notClosed', { count }) : count > 0 ? say('closedOpen', { count }) : say('sound');
  const { letters, people, busiest, busiestOn } = mails;
  const graded = Object.entries(grades).map(([grade, times]) => `${grade} ${String(times)}`);
  return (
    <Alert
      type={closed && count === 0 ? 'success' : 'warning'}
      showIcon
      title={title}
      description={
        <>
          <div>{letters > 0 ? say('mails', { letters, people, day: busiestOn ?? '', count: busiest }) : say('noMails')}</div>
          {graded.length > 0 ? <div>{say('grades', { text: graded.join(' · ') })}</div> : null}
          {outcome.clashes.length === 0 ? <div>{say('noClashes')}</div> : null}
        </>
      }
    />
  );
};

interface ResultProps {
  readonly rehearsal: string;
  readonly outcome: Outcome;
}

/** What came of a rehearsed year: the plan beside the outcome, clashes, what was late or stayed open, and all that happened. */
export const Result = ({ rehearsal, outcome }: ResultProps) => {
  const say = useWords(REHEARSAL);
  const tabs = [
    { key: 'timeline', label: say('timeline'), children: <Happenings rehearsal={rehearsal} /> },
    { key: 'late', label: say('lateTasks', { count: outcome.lateTasks.count }), children: <LateTasks outcome={outcome} /> },
    { key: 'open', label: say('openItems', { count: outcome.openItems.count }), children: <OpenItems outcome={outcome} /> },
  ];
  return (
    <>
      <Panel title={say('result')} extra={<StateTag state="done" />}>
        <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Verdict outcome={outcome} />
          <Clashes clashes={outcome.clashes} />
          <h3 style={{ fontSize: 14, margin: 0 }}>
            {say('comparison')} <span style={{ color: '#595f69', fontWeight: 400 }}>{say('took', { seconds: outcome.seconds })}</span>
          </h3>
          <ComparisonTable stages={outcome.stages} />
        </div>
      </Panel>
      <Panel>
        <Tabs size="small" items={tabs} />
      </Panel>
    </>
  );
};
