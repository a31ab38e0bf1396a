import { Drawer, Grid, Tabs } from 'antd';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { PAGES, listed } from '../../../api/pages.js';
import { DayText, InstantText } from '../../../parts/day.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { useJoin } from '../../../words/join.js';
import { COMMON, KIND_WORDS } from '../../../words/terms.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { useWords } from '../../../words/words.js';
import { LAUNCH } from './launch.words.js';

type Task = Schemas['ForeseenObligation'];
type Letter = Schemas['ForeseenLetter'];
interface OfStage {
  readonly campaign: string;
  readonly stageKey: string;
}

const Tasks = ({ campaign, stageKey }: OfStage) => {
  const say = useWords(LAUNCH);
  const common = useWords(COMMON);
  const join = useJoin();
  const kind = useWords(KIND_WORDS);
  const params = { path: { campaign, key: stageKey }, query: { limit: 200 } };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/campaigns/{campaign}/launch-preview/{key}/obligations', { params }, PAGES));
  const columns: readonly Column<Task>[] = [
    { key: 'title', title: say('task'), width: 300, fixed: true, text: ({ title }) => title },
    { key: 'unit', title: common('unit'), width: 170, text: ({ unitName, agencyName }) => unitName ?? agencyName ?? '' },
    { key: 'kind', title: say('form'), width: 130, text: (it) => kind(it.kind as DocumentKind) },
    { key: 'documents', title: say('documents'), width: 80, align: 'right', text: ({ documents }) => String(documents) },
    { key: 'due', title: common('due'), width: 150, text: ({ dueOn }) => dueOn, show: ({ dueOn }) => <DayText day={dueOn} /> },
    { key: 'people', title: say('to'), width: 180, text: ({ people }) => join(people) },
  ];
  return (
    <ListTable
      id="foreseen-tasks"
      name={say('obligationsTab')}
      columns={columns}
      list={list}
      rowKey={({ title, unit, dueAt, kind: of }) => [title, unit, dueAt, of].join('/')}
      empty={say('emptyPreview')}
    />
  );
};

const Letters = ({ campaign, stageKey }: OfStage) => {
  const say = useWords(LAUNCH);
  const params = { path: { campaign, key: stageKey }, query: { limit: 200 } };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/campaigns/{campaign}/launch-preview/{key}/letters', { params }, PAGES));
  const columns: readonly Column<Letter>[] = [
    { key: 'name', title: say('to'), width: 160, fixed: true, text: ({ name }) => name },
    { key: 'address', title: say('address'), width: 220, text: ({ address }) => address },
    { key: 'subject', title: say('subject'), width: 340, text: ({ subject }) => subject },
    { key: 'at', title: say('goesAt'), width: 150, text: ({ goesAt }) => goesAt, show: ({ goesAt }) => <InstantText at={goesAt} /> },
    { key: 'documents', title: say('documents'), width: 80, align: 'right', text: ({ documents }) => String(documents) },
  ];
  return (
    <ListTable
      id="foreseen-letters"
      name={say('lettersTab')}
      columns={columns}
      list={list}
      rowKey={({ person, goesAt, subject }) => [person, goesAt, subject].join('/')}
      empty={say('emptyPreview')}
    />
  );
};

interface DrawerProps extends OfStage {
  readonly title: string;
  readonly onClose: () => void;
}

/** Each task that a stage will open, and each mail that its opening will send. */
export const ForeseenDrawer = ({ campaign, stageKey, title, onClose }: DrawerProps) => {
  const say = useWords(LAUNCH);
  const isNarrow = !Grid.useBreakpoint().lg;
  return (
    <Drawer open size={isNarrow ? '100%' : 980} title={say('detailsOf', { stage: title })} onClose={onClose}>
      <Tabs
        size="small"
        destroyOnHidden
        items={[
          { key: 'tasks', label: say('obligationsTab'), children: <Tasks campaign={campaign} stageKey={stageKey} /> },
          { key: 'letters', label: say('lettersTab'), children: <Letters campaign={campaign} stageKey={stageKey} /> },
        ]}
      />
    </Drawer>
  );
};
