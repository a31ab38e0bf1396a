import { SEAT_WORDS } from '../documents/actions/actions.words.js';
import { DayText } from '../../parts/day.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import type { Tone } from '../../parts/states/states.js';
import { useWords } from '../../words/words.js';
import type { Rung } from './items.js';
import { RECTIFICATION } from './rectification.words.js';

const TONES: Readonly<Record<Rung['state'], { tone: Tone; sign: string }>> = {
  ahead: { tone: 'quiet', sign: '○' },
  sent: { tone: 'warn', sign: '✉' },
  lapsed: { tone: 'quiet', sign: '—' },
};

/** Whom a rung reaches and how, in words. */
export const useRungWords = (): ((rung: Rung) => string) => {
  const say = useWords(RECTIFICATION);
  const seat = useWords(SEAT_WORDS);
  const named = (seats: Rung['remind']): string => seats.map((it) => seat(it)).join('、');
  return ({ remind, escalate, circulation }) =>
    [
      remind.length > 0 ? say('remind', { seats: named(remind) }) : '',
      escalate.length > 0 ? say(circulation ? 'circulate' : 'escalate', { seats: named(escalate) }) : '',
    ]
      .filter((it) => it !== '')
      .join('，');
};

/** How far the ladder has gone in one line: the last that was sent, else the next that will be. */
export const useEscalation = (): ((ladder: readonly Rung[]) => string) => {
  const say = useWords(RECTIFICATION);
  const words = useRungWords();
  return (ladder) => {
    const sent = ladder.filter(({ state }) => state === 'sent').pop();
    const next = ladder.find(({ state }) => state === 'ahead');
    if (sent) return say('sentOn', { day: sent.on.slice(5), what: words(sent) });
    return next ? say('nextOn', { day: next.on.slice(5), what: words(next) }) : '';
  };
};

/** Each rung: when, whom it reaches, whether it was sent. */
export const Ladder = ({ ladder }: { readonly ladder: readonly Rung[] }) => {
  const say = useWords(RECTIFICATION);
  const words = useRungWords();
  const when = ({ day }: Rung): string => (day === 0 ? say('onDue') : say(day < 0 ? 'before' : 'after', { count: Math.abs(day) }));
  if (ladder.length === 0) return <p style={{ margin: 0 }}>{say('noLadder')}</p>;
  return (
    <ol style={{ margin: 0, paddingInlineStart: 20, display: 'grid', gap: 4 }}>
      {ladder.map((it) => (
        <li key={`${String(it.day)}/${it.on}/${words(it)}`}>
          <ToneTag {...TONES[it.state]}>{say(it.state)}</ToneTag> {when(it)} <DayText day={it.on} />
          {say('colon')}
          {words(it)}
        </li>
      ))}
    </ol>
  );
};
