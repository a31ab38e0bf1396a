import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { addDays } from '#domain/calendar/calendar.js';
import { useWords } from '../../../words/words.js';
import { CALENDAR } from './calendar.words.js';
import './calendar.css';
import { Month } from './month.js';
import type { ShownDay } from './month.js';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const SIGNS = [
  ['off', 'legendOff'],
  ['on', 'legendOn'],
] as const;

interface MonthsProps {
  readonly year: number;
  readonly days: readonly ShownDay[];
  readonly onToggle: ((day: string) => void) | null;
}

/** A year as twelve months; one day takes the keyboard, arrows go to its neighbours. */
export const Months = ({ year, days, onToggle }: MonthsProps) => {
  const say = useWords(CALENDAR);
  const [current, setCurrent] = useState(`${String(year)}-01-01`);
  const region = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const from = (event.target as HTMLElement).dataset['day'];
    if (step === undefined || from === undefined) return;
    const to = addDays(from, step);
    event.preventDefault();
    if (!days.some(({ day }) => day === to)) return;
    setCurrent(to);
    region.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  const hasChanged = days.some(({ changed }) => changed);
  const hasPending = days.some(({ isPending }) => isPending);
  return (
    <>
      <p className="calendar-legend">
        <strong>{say('workingDays', { count: days.filter(({ working }) => working).length })}</strong>
        {SIGNS.map(([look, text]) => (
          <span key={look}>
            <span className={`calendar-sign ${look}`}>{say(look)}</span> {say(text)}
          </span>
        ))}
        {hasChanged ? (
          <span>
            <span className="calendar-sign changed">1</span> {say('legendChanged')}
          </span>
        ) : null}
        {hasPending ? (
          <span>
            <span className="calendar-sign pending">1</span> {say('legendPending')}
          </span>
        ) : null}
      </p>
      <div ref={region} className="calendar-year" role="group" aria-label={say('months', { year })} onKeyDown={move}>
        {MONTHS.map((month) => (
          <Month
            key={month}
            {...{ month, current }}
            days={days.filter(({ day }) => Number(day.slice(5, 7)) === month)}
            onToggle={
              onToggle
                ? (day) => {
                    setCurrent(day);
                    onToggle(day);
                  }
                : null
            }
          />
        ))}
      </div>
    </>
  );
};
