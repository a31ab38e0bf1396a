import type { Schemas } from '../../api/client.js';
import { whole } from '../../api/pages.js';
import { DayText } from '../../parts/day.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import type { Tone } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { useJoin } from '../../words/join.js';
import { COMMON, STAGE_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { PROJECTS } from './projects.words.js';

export type Foreseen = Schemas['ForeseenChange'];
type Effect = Schemas['ForeseenEffect'];

const LOOKS: Readonly<Record<Effect['follows'], readonly [Tone, string]>> = {
  moved: ['act', '→'],
  reopened: ['warn', '↻'],
  cancelled: ['quiet', '×'],
  opened: ['act', '+'],
};

const useColumns = (): readonly Column<Effect>[] => {
  const say = useWords(PROJECTS);
  const common = useWords(COMMON);
  const stages = useWords(STAGE_WORDS);
  const join = useJoin();
  return [
    { key: 'title', title: say('task'), width: 300, fixed: true, text: ({ title }) => title },
    {
      key: 'follows',
      title: say('follows'),
      width: 160,
      text: ({ follows }) => say(follows),
      show: ({ follows }) => (
        <ToneTag tone={LOOKS[follows][0]} sign={LOOKS[follows][1]}>
          {say(follows)}
        </ToneTag>
      ),
    },
    { key: 'debtor', title: say('debtor'), width: 180, text: ({ unitName, agencyName }) => agencyName ?? unitName ?? '—' },
    { key: 'stage', title: say('stage'), width: 130, text: ({ stageName }) => stages(stageName) },
    { key: 'due', title: common('due'), width: 160, text: ({ dueOn }) => dueOn, show: ({ dueOn }) => <DayText day={dueOn} /> },
    { key: 'documents', title: say('documents'), width: 70, align: 'right', text: ({ documents }) => String(documents) },
    { key: 'told', title: say('told'), width: 220, text: ({ people }) => join(people) },
  ];
};

/** What a change would do to everything that is open, task by task, and how many people would be told. */
export const Effects = ({ foreseen }: { readonly foreseen: Foreseen }) => {
  const say = useWords(PROJECTS);
  const columns = useColumns();
  const { effects, told, projects } = foreseen;
  return (
    <div role="status" style={{ display: 'grid', gap: 8, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <p style={{ margin: 0, fontWeight: 600 }}>{say('summary', { projects, tasks: effects.length, people: told.people })}</p>
      <ListTable
        id="foreseen-effects"
        name={say('effects')}
        columns={columns}
        list={whole(effects)}
        rowKey={({ obligation, follows }) => `${obligation}/${follows}`}
        empty={say('noEffects')}
      />
    </div>
  );
};
