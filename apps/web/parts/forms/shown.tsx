import type { ReactNode } from 'react';
import { isDecimal } from '#domain/score/exact.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { DayText } from '../day.js';
import { Money } from '../money.js';
import { CHOICES, isChoiceWord } from './choices.js';
import { FORM } from './form.words.js';
import type { Shape } from './shape.js';

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : value === undefined || value === null
      ? ''
      : JSON.stringify(value);

/** A value as it is read and printed. */
export const Shown = ({ shape, value }: { readonly shape: Shape; readonly value: unknown }) => {
  const common = useWords(COMMON);
  const say = useWords(FORM);
  const choice = useWords(CHOICES);
  const text = asText(value);
  if (shape.is === 'lines' && Array.isArray(value))
    return (
      <ol style={{ margin: 0, paddingInlineStart: 20 }}>
        {value.map((it, index) => (
          <li key={index} className="form-text">
            {asText(it)}
          </li>
        ))}
      </ol>
    );
  const said = (): ReactNode => {
    if (text === '') return '—';
    if (shape.is === 'amount') return isDecimal(text) ? <AmountText yuan={text} /> : text;
    if (shape.is === 'day') return <DayText day={text} />;
    if (shape.is === 'boolean') return common(value === true ? 'yes' : 'no');
    if (shape.is === 'acknowledged') return say('acknowledge');
    if (shape.is === 'choice') return isChoiceWord(text) ? choice(text) : text;
    return text;
  };
  return <div className={shape.is === 'text' ? 'form-text' : 'form-text numbers'}>{said()}</div>;
};

const AmountText = ({ yuan }: { readonly yuan: string }) => {
  const common = useWords(COMMON);
  return (
    <span>
      <Money yuan={yuan} /> {common('tenThousandYuan')}
    </span>
  );
};
