import { useCalendar } from '../../app/year/year.js';
import { DayText, Limit } from '../../parts/day.js';
import { Money } from '../../parts/money.js';
import { StateTag, ToneTag } from '../../parts/states/state-tag.js';
import { STATE_WORDS } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { isOverdue, stateOf } from './items.js';
import type { Item } from './items.js';
import { useEscalation } from './ladder.js';
import { RECTIFICATION } from './rectification.words.js';

const State = ({ item }: { readonly item: Item }) => {
  const say = useWords(RECTIFICATION);
  return (
    <span style={{ display: 'inline-flex', gap: 4 }}>
      <StateTag state={stateOf(item)} />
      {item.extension ? (
        <ToneTag tone="act" sign="?">
          {say('extensionWaits')}
        </ToneTag>
      ) : null}
    </span>
  );
};

/** The columns of the checklist, as the official one has them. */
export const useItemColumns = (campaign: string): readonly Column<Item>[] => {
  const say = useWords(RECTIFICATION);
  const common = useWords(COMMON);
  const state = useWords(STATE_WORDS);
  const escalation = useEscalation();
  const { data: calendar } = useCalendar(campaign);
  const proofs = ({ evidence, attachments }: Item): number => evidence.length + attachments;
  return [
    { key: 'problem', title: say('problem'), width: 300, fixed: true, text: ({ problem }) => problem },
    { key: 'state', title: say('state'), width: 170, text: (it) => state(stateOf(it)), show: (it) => <State item={it} /> },
    {
      key: 'due',
      title: common('due'),
      width: 285,
      text: ({ dueOn }) => dueOn ?? '',
      show: (it) =>
        it.dueAt === null ? (
          <DayText day={it.dueOn} />
        ) : (
          <Limit until={it.dueAt} done={it.status === 'in-review' || it.struckOffAt !== null} />
        ),
    },
    { key: 'unit', title: common('unit'), width: 170, text: ({ unitName }) => unitName },
    { key: 'project', title: common('project'), width: 200, text: ({ projectCode, projectName }) => `${projectCode} ${projectName}` },
    { key: 'measure', title: say('measure'), width: 220, text: ({ measure }) => measure ?? '' },
    { key: 'person', title: say('person'), width: 100, text: ({ personInCharge }) => personInCharge ?? '' },
    {
      key: 'proof',
      title: say('proof'),
      width: 80,
      align: 'right',
      text: (it) => (proofs(it) === 0 ? '' : say('proofCount', { count: proofs(it) })),
    },
    {
      key: 'escalation',
      title: say('escalation'),
      width: 260,
      text: (it) =>
        isOverdue(it, calendar?.now) || stateOf(it) === 'rectifying' || stateOf(it) === 'returned' ? escalation(it.ladder) : '',
    },
    {
      key: 'recovered',
      title: `${say('recovered')}${say('tenThousand')}`,
      width: 120,
      align: 'right',
      text: ({ recoveredAmount }) => recoveredAmount,
      show: ({ recoveredAmount }) => <Money yuan={recoveredAmount} />,
    },
    { key: 'department', title: common('department'), width: 170, text: ({ departmentName }) => departmentName, hidden: true },
    {
      key: 'notice',
      title: say('notice'),
      width: 160,
      text: ({ noticeNumber, number }) => `${noticeNumber}-${String(number)}`,
      hidden: true,
    },
    { key: 'remaining', title: say('remaining'), width: 200, text: ({ remaining }) => remaining ?? '', hidden: true },
  ];
};
