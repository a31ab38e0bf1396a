import { weekdayOf } from '../../../parts/day.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { CALENDAR } from './calendar.words.js';
import type { DayOfYear } from './versions.js';

/** Monday is 0. */
const weekdayIndex = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
const isWeekend = (day: string): boolean => weekdayIndex(day) > 4;

/** A day as it is shown: changes that are not published are in it. */
export interface ShownDay extends DayOfYear {
  readonly isPending: boolean;
}

const weeksOf = (days: readonly ShownDay[]): readonly (readonly (ShownDay | null)[])[] => {
  const [first] = days;
  if (!first) return [];
  const cells = [...Array.from({ length: weekdayIndex(first.day) }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, i) => cells.slice(i * 7, i * 7 + 7));
};

/** Otherwise than by weekday, or a holiday that falls on a weekend. */
const isSpecial = ({ day, working, holiday }: ShownDay): boolean => working === isWeekend(day) || (!working && holiday !== null);

const looksOf = (of: ShownDay): string => {
  const { day, working, changed, isPending } = of;
  const special = isSpecial(of) ? (working ? 'on' : 'off') : isWeekend(day) ? 'weekend' : 'plain';
  return ['calendar-day', special, changed ? 'changed' : '', isPending ? 'pending' : ''].filter(Boolean).join(' ');
};

interface DayCellProps {
  readonly of: ShownDay;
  readonly isCurrent: boolean;
  /** Null where nothing can be changed. */
  readonly onToggle: ((day: string) => void) | null;
}

const DayCell = ({ of, isCurrent, onToggle }: DayCellProps) => {
  const say = useWords(CALENDAR);
  const language = useLanguage();
  const { day, working, holiday, changed, isPending } = of;
  const label = [
    `${day}${weekdayOf(day, language)}`,
    say(working ? 'onWord' : 'offWord'),
    ...(holiday ? [holiday] : []),
    ...(changed ? [say('changedHere')] : []),
    ...(isPending ? [say('pendingHere')] : []),
  ].join(' ');
  const content = (
    <>
      <span>{Number(day.slice(8))}</span>
      {isSpecial(of) ? <small>{say(working ? 'on' : 'off')}</small> : null}
    </>
  );
  if (!onToggle)
    return (
      <span className={looksOf(of)} title={label}>
        {content}
      </span>
    );
  return (
    <button
      type="button"
      className={looksOf(of)}
      title={label}
      data-day={day}
      tabIndex={isCurrent ? 0 : -1}
      onClick={() => {
        onToggle(day);
      }}
    >
      {content}
      <span className="visually-hidden"> {label}</span>
    </button>
  );
};

interface MonthProps extends Omit<DayCellProps, 'of' | 'isCurrent'> {
  readonly month: number;
  readonly days: readonly ShownDay[];
  /** The day that the keyboard is on. */
  readonly current: string;
}

/** One month by weeks: which days are worked, by sign and word. */
export const Month = ({ month, days, current, onToggle }: MonthProps) => {
  const say = useWords(CALENDAR);
  const name = say('month', { month });
  return (
    <table className="calendar-month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {[...say('weekdays')].map((it, index) => (
            <th key={index} scope="col">
              {it}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, index) => (
          <tr key={index}>
            {week.map((it, i) => (
              <td key={it?.day ?? i}>{it ? <DayCell of={it} isCurrent={it.day === current} onToggle={onToggle} /> : null}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
