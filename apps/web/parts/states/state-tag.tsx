import { Tag } from 'antd';
import { COLOURS } from '../../app/theme.js';
import { useWords } from '../../words/words.js';
import { STATE_WORDS, isState, signOf, toneOf } from './states.js';
import type { Tone } from './states.js';

const LOOKS: Readonly<Record<Tone, { color: string; background: string }>> = {
  quiet: { color: COLOURS.quiet, background: '#f0f2f5' },
  act: { color: COLOURS.act, background: '#e8effa' },
  warn: { color: COLOURS.warn, background: '#fdf3dc' },
  overdue: { color: COLOURS.overdue, background: '#fdebe7' },
  done: { color: COLOURS.done, background: '#e6f3ea' },
};

/** A word with the tone's colour and a sign. */
export const ToneTag = ({ tone, sign, children }: { readonly tone: Tone; readonly sign?: string; readonly children: string }) => (
  <Tag variant="filled" style={{ ...LOOKS[tone], marginInlineEnd: 0 }}>
    {sign ? <span aria-hidden="true">{sign} </span> : null}
    {children}
  </Tag>
);

/** The one way in which a state is shown. */
export const StateTag = ({ state }: { readonly state: string }) => {
  const say = useWords(STATE_WORDS);
  if (!isState(state)) return <ToneTag tone="quiet">{state}</ToneTag>;
  return (
    <ToneTag tone={toneOf(state)} sign={signOf(state)}>
      {say(state)}
    </ToneTag>
  );
};
