import { Alert, Descriptions } from 'antd';
import type { Schemas } from '../../../api/client.js';
import { whole } from '../../../api/pages.js';
import { DayText } from '../../../parts/day.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { useJoin } from '../../../words/join.js';
import { COMMON, STAGE_WORDS } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { isStage } from '../../stages/stage-name.js';
import { Clashes } from '../timeline/clashes.js';
import { PLAN } from './plan.words.js';

export type Preview = Schemas['ReschedulePreview'];
type Moved = Schemas['MovedDeadline'];

const useColumns = (): readonly Column<Moved>[] => {
  const say = useWords(PLAN);
  const common = useWords(COMMON);
  const join = useJoin();
  return [
    { key: 'title', title: say('task'), width: 320, fixed: true, text: ({ title }) => title },
    { key: 'unit', title: common('unit'), width: 180, text: ({ unitName, agencyName }) => unitName ?? agencyName ?? '' },
    {
      key: 'from',
      title: say('from'),
      width: 150,
      text: ({ fromDueOn }) => fromDueOn,
      show: ({ fromDueOn }) => <DayText day={fromDueOn} />,
    },
    { key: 'to', title: say('to'), width: 150, text: ({ toDueOn }) => toDueOn, show: ({ toDueOn }) => <DayText day={toDueOn} /> },
    { key: 'toFile', title: say('toFile'), width: 90, align: 'right', text: ({ toFile }) => String(toFile) },
    { key: 'people', title: say('reached'), width: 200, text: ({ people }) => join(people) },
  ];
};

const Followers = ({ followers }: Pick<Preview, 'followers'>) => {
  const say = useWords(PLAN);
  const name = useWords(STAGE_WORDS);
  const span = (opens: string, closes: string): string => say('spanText', { opens, closes });
  return (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {followers.map((it) => (
        <li key={it.key}>
          {say('follower', {
            stage: isStage(it.key) ? name(it.key) : it.key,
            from: span(it.fromOpens, it.fromCloses),
            to: span(it.toOpens, it.toCloses),
          })}
        </li>
      ))}
    </ul>
  );
};

/** What a change of plan would do, before it is made. */
export const Effect = ({ preview }: { readonly preview: Preview }) => {
  const say = useWords(PLAN);
  const { from, to, moved, unmoved, people, followers, newClashes, goneClashes } = preview;
  const columns = useColumns();
  const items = [
    { key: 'days', label: say('fromTo'), children: `${say('spanText', from)} → ${say('spanText', to)}` },
    { key: 'moved', label: say('movedCount'), children: say('items', { count: moved.length }) },
    { key: 'people', label: say('peopleCount'), children: say('people', { count: people }) },
    ...(followers.length > 0
      ? [{ key: 'followers', label: say('followers'), children: <Followers followers={followers} />, span: 3 }]
      : []),
  ];
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Descriptions size="small" bordered column={{ xs: 1, lg: 3 }} items={items} />
      {newClashes.length === 0 ? (
        <Alert type="success" showIcon title={say('noNewClashes')} />
      ) : (
        <Clashes clashes={newClashes} title={say('newClashes', { count: newClashes.length })} />
      )}
      {goneClashes.length > 0 ? <Alert type="success" showIcon title={say('goneClashes', { count: goneClashes.length })} /> : null}
      {unmoved.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={say('unmoved')}
          description={unmoved.map(({ obligation, title }) => (
            <div key={obligation}>{title}</div>
          ))}
        />
      ) : null}
      <ListTable
        id="moved-deadlines"
        name={say('moved')}
        columns={columns}
        list={whole(moved)}
        rowKey={({ obligation }) => obligation}
        empty={say('noMoved')}
      />
    </div>
  );
};
