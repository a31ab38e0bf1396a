import { Tooltip } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client.js';
import { dayOfInstant } from '../../../app/year/year.js';
import { StateTag } from '../../../parts/states/state-tag.js';
import { useJoin } from '../../../words/join.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { useClashText } from './clashes.js';
import type { Clash } from './clashes.js';
import { monthsOf, scaleOf, wholeMonths } from './scale.js';
import type { Scale } from './scale.js';
import { TIMELINE } from './timeline.words.js';
import './timeline.css';

type Year = Schemas['Timeline'];
type PlannedStage = Schemas['TimelineStage'];

const span = (scale: Scale, first: string, last: string) => ({
  left: `${String(scale.at(first))}%`,
  width: `${String(scale.wide(first, last))}%`,
});

const Months = ({ scale, from, until }: { readonly scale: Scale; readonly from: string; readonly until: string }) => {
  const language = useLanguage();
  const nameOf = (day: string): string => {
    const month = Number(day.slice(5, 7));
    if (month === 1) return day.slice(0, 4);
    if (language === 'zh') return `${String(month)}月`;
    return new Date(day).toLocaleDateString('en', { month: 'short', timeZone: 'UTC' });
  };
  return (
    <div className="timeline-row months" aria-hidden="true">
      <span />
      <div className="timeline-track">
        {monthsOf(from, until).map((it) => (
          <span key={it} className="timeline-month" style={{ left: `${String(scale.at(it))}%` }}>
            {nameOf(it)}
          </span>
        ))}
      </div>
    </div>
  );
};

/** Days off, weekends worked and today, behind the bars of every stage. */
const Background = ({ year, scale }: { readonly year: Year; readonly scale: Scale }) => (
  <>
    {year.holidays.map((it) => (
      <span key={it.from} className="timeline-band holiday" style={span(scale, it.from, it.until)} />
    ))}
    {year.workedWeekends.map((it) => (
      <span key={it} className="timeline-band worked" style={{ left: `${String(scale.at(it))}%` }} />
    ))}
    <span className="timeline-today" style={{ left: `${String(scale.at(year.today))}%` }} />
  </>
);

interface RowProps {
  readonly year: Year;
  readonly stage: PlannedStage;
  readonly scale: Scale;
  readonly clashes: readonly Clash[];
}

const Row = ({ year, stage, scale, clashes }: RowProps) => {
  const say = useWords(TIMELINE);
  const nameOf = useStageName(year.stages);
  const textOf = useClashText();
  const began = stage.openedAt ? dayOfInstant(stage.openedAt) : null;
  const ended = stage.closedAt ? dayOfInstant(stage.closedAt) : year.today;
  return (
    <li className="timeline-row">
      <span className="timeline-name">
        <Link to={`/stages/${stage.name}?part=${encodeURIComponent(stage.key)}`}>{nameOf(stage)}</Link>
        <StateTag state={stage.status === 'open' ? 'running' : stage.status} />
      </span>
      <div className="timeline-track" aria-hidden="true">
        <Background year={year} scale={scale} />
        <span className={`timeline-bar ${stage.status}`} style={span(scale, stage.opens, stage.closes)} />
        {began && began <= ended ? <span className="timeline-real" style={span(scale, began, ended)} /> : null}
        {clashes.slice(0, 1).map((it) => (
          <Tooltip key={it.code} title={clashes.map(textOf).join('；')}>
            <span className="timeline-clash" style={{ left: `${String(scale.at(it.day))}%` }}>
              !
            </span>
          </Tooltip>
        ))}
      </div>
      <span className="timeline-days numbers">
        {say('days', { from: stage.opens.slice(2), until: stage.closes.slice(2) })} · {say('workingDays', { days: stage.workingDays })}
      </span>
    </li>
  );
};

const Legend = ({ today }: { readonly today: string }) => {
  const say = useWords(TIMELINE);
  const signs = [
    ['planned', 'timeline-bar planned'],
    ['open', 'timeline-bar open'],
    ['closed', 'timeline-bar closed'],
    ['real', 'timeline-real'],
    ['holiday', 'timeline-band holiday'],
    ['worked', 'timeline-band worked'],
  ] as const;
  return (
    <div className="timeline-legend">
      {signs.map(([word, look]) => (
        <span key={word}>
          <i>
            <span className={look} style={{ top: word === 'real' ? 5 : 0, width: 16, height: word === 'real' ? 3 : 12 }} />
          </i>
          {say(word)}
        </span>
      ))}
      <span>
        <i>
          <span className="timeline-today" />
        </i>
        {say('today', { day: today })}
      </span>
    </div>
  );
};

/** The days off and the weekends worked, in words. */
const DaysOff = ({ holidays, workedWeekends }: Pick<Year, 'holidays' | 'workedWeekends'>) => {
  const say = useWords(TIMELINE);
  const join = useJoin();
  return (
    <details className="timeline-legend">
      <summary>{say('holidays')}</summary>
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {holidays.map((it) => (
          <li key={it.from}>{say('holidayOf', { from: it.from, until: it.until, days: it.days })}</li>
        ))}
        {workedWeekends.length > 0 ? <li>{say('workedOf', { days: join(workedWeekends) })}</li> : null}
      </ul>
    </details>
  );
};

/** The stages of a year on the calendar: planned days, how it went, today, days off, clashes. */
export const TimelineChart = ({ year }: { readonly year: Year }) => {
  const say = useWords(TIMELINE);
  const { from, until } = wholeMonths([year.from, year.until, year.today, ...year.stages.flatMap((it) => [it.opens, it.closes])]);
  const scale = scaleOf(from, until);
  return (
    <>
      <div className="timeline" tabIndex={0} role="group" aria-label={say('name')}>
        <div style={{ minWidth: 900 }}>
          <Months scale={scale} from={from} until={until} />
          <ol className="timeline-rows">
            {year.stages.map((it) => (
              <Row key={it.key} year={year} stage={it} scale={scale} clashes={year.clashes.filter(({ stage }) => stage === it.key)} />
            ))}
          </ol>
        </div>
      </div>
      <Legend today={year.today} />
      <DaysOff holidays={year.holidays} workedWeekends={year.workedWeekends} />
    </>
  );
};
