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
  if (text === '') return <span className="form-text">—</span>;
  if (shape.is === 'amount') return isDecimal(text) ? <AmountText yuan={text} /> : <span>{text}</span>;
  if (shape.is === 'day') return <DayText day={text} />;
  if (shape.is === 'boolean') return <span>{common(value === true ? 'yes' : 'no')}</span>;
  if (shape.is === 'acknowledged') return <span>{say('acknowledge')}</span>;
  if (shape.is === 'choice') return <span>{isChoiceWord(text) ? choice(text) : text}</span>;
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
  if (shape.is === 'text') return <div className="form-text">{text}</div>;
  return <span className="numbers">{text}</span>;
};

const AmountText = ({ yuan }: { readonly yuan: string }) => {
  const common = useWords(COMMON);
  return (
    <span>
      <Money yuan={yuan} /> {common('tenThousandYuan')}
    </span>
  );
};
