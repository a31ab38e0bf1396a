import type { Schemas } from '../../../api/client.js';
import { whole } from '../../../api/pages.js';
import { lastDayOf } from '../../../app/year/year.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { useJoin } from '../../../words/join.js';
import { COMMON } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { PLAN } from './plan.words.js';

type Preview = Schemas['CalendarPreview'];
type Moved = Preview['items'][number];

const useColumns = (): readonly Column<Moved>[] => {
  const say = useWords(PLAN);
  const common = useWords(COMMON);
  const join = useJoin();
  const moves = ({ moves: all }: Moved): string =>
    all.map(({ what, from, to }) => `${say(what)} ${lastDayOf(from)} → ${lastDayOf(to)}`).join(' · ');
  return [
    { key: 'title', title: say('task'), width: 320, fixed: true, text: ({ title }) => title },
    { key: 'unit', title: common('unit'), width: 180, text: ({ unitName }) => unitName ?? '' },
    { key: 'moves', title: say('moved'), width: 380, text: moves },
    { key: 'people', title: say('reached'), width: 200, text: ({ people }) => join(people.map(({ name }) => name)) },
  ];
};

/** What another calendar would do to the open deadlines, before it is taken. */
export const CalendarEffect = ({ preview }: { readonly preview: Preview }) => {
  const say = useWords(PLAN);
  const join = useJoin();
  const columns = useColumns();
  const { items, obligations, people, days } = preview;
  return (
    <>
      <p style={{ margin: 0 }}>{say('adoptText', { obligations, people })}</p>
      <p style={{ margin: 0 }}>
        {say('calendarDays', { days: join(days.map(({ day, working }) => `${day} ${say(working ? 'working' : 'off')}`)) || '—' })}
      </p>
      <ListTable
        id="calendar-effect"
        name={say('moved')}
        columns={columns}
        list={whole(items)}
        rowKey={({ obligation }) => obligation}
        empty={say('noCalendarEffect')}
      />
    </>
  );
};
