import { useCalendar, dayOfInstant, lastDayOf, workingDaysLeft } from '../app/year/year.js';
import { COMMON } from '../words/terms.js';
import { useLanguage, useWords } from '../words/words.js';
import { ToneTag } from './states/state-tag.js';

const WEEKDAYS = { zh: ['日', '一', '二', '三', '四', '五', '六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;

export const weekdayOf = (day: string, language: 'zh' | 'en'): string => {
  const name = WEEKDAYS[language][new Date(`${day}T00:00:00Z`).getUTCDay()]!;
  return language === 'zh' ? `（周${name}）` : ` (${name})`;
};

/** A day as 2023-10-15（周日）. */
export const DayText = ({ day }: { readonly day: string | null | undefined }) => {
  const language = useLanguage();
  return <span className="numbers">{day ? `${day}${weekdayOf(day, language)}` : '—'}</span>;
};

/** An instant as day and clock time in Shanghai. */
export const InstantText = ({ at }: { readonly at: string | null | undefined }) => {
  if (!at) return <span className="numbers">—</span>;
  const local = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  return (
    <time className="numbers" dateTime={at}>
      {local.slice(0, 10)} {local.slice(11, 16)}
    </time>
  );
};

/** How many working days are left until a limit, or by how many it has passed; `campaign` where it is not the year that is shown. */
export const DaysLeft = ({ until, campaign }: { readonly until: string; readonly campaign?: string }) => {
  const say = useWords(COMMON);
  const { data: calendar } = useCalendar(campaign);
  if (!calendar) return null;
  const day = lastDayOf(until);
  const left = workingDaysLeft(calendar, day);
  if (left === null) return null;
  if (Date.parse(until) <= Date.parse(calendar.now))
    return (
      <ToneTag tone="overdue" sign="!">
        {say('overdueBy', { days: Math.abs(left) })}
      </ToneTag>
    );
  if (day === dayOfInstant(calendar.now))
    return (
      <ToneTag tone="warn" sign="◔">
        {say('dueToday')}
      </ToneTag>
    );
  return <ToneTag tone={left <= 3 ? 'warn' : 'quiet'}>{say('dueIn', { days: left })}</ToneTag>;
};

interface LimitProps {
  readonly until: string;
  readonly campaign?: string;
  /** Nobody owes anything by it any more: the day alone. */
  readonly done?: boolean;
}

/** A limit with its working days left. */
export const Limit = ({ until, campaign, done = false }: LimitProps) => (
  <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center', whiteSpace: 'nowrap' }}>
    <DayText day={lastDayOf(until)} />
    {done ? null : <DaysLeft until={until} {...(campaign === undefined ? {} : { campaign })} />}
  </span>
);
