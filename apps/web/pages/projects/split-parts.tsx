import { Button, Input } from 'antd';
import { useId } from 'react';
import { amount } from '#contracts/forms/fields.js';
import { sumYuan } from '#domain/score/money.js';
import { compare, exact, show } from '#domain/score/exact.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { ChooseActiveUnit } from './choose-active-unit.js';
import { PROJECTS } from './projects.words.js';
import './split-parts.css';

/** One of the projects as it is typed; amounts in yuan, an empty one is nothing. */
export interface TypedPart {
  readonly code: string;
  readonly name: string;
  readonly unit: string | null;
  readonly budget: string;
  readonly executed: string;
}

export const isAmount = (it: string): boolean => amount.safeParse(it).success;
const amounts = (parts: readonly TypedPart[], of: 'budget' | 'executed'): string[] =>
  parts.map((it) => it[of].trim()).filter((it) => isAmount(it));

/** Do the parts have together what the whole has? */
export const sums = (parts: readonly TypedPart[], of: 'budget' | 'executed', whole: string): boolean =>
  compare(sumYuan(amounts(parts, of)), whole) === 0;

const Sum = ({
  parts,
  of,
  whole,
}: {
  readonly parts: readonly TypedPart[];
  readonly of: 'budget' | 'executed';
  readonly whole: string;
}) => {
  const say = useWords(PROJECTS);
  const common = useWords(COMMON);
  const sum = sumYuan(amounts(parts, of));
  const fits = compare(sum, whole) === 0;
  const rest = show(exact(whole).sub(exact(sum)), 2);
  return (
    <p className={`split-sum${fits ? ' fits' : ''}`} role="status">
      <strong>{say(of)}</strong>
      <span>{`${say('whole')} ${show(whole, 2)}`}</span>
      <span>{`${common('total')} ${sum}`}</span>
      <span>{fits ? `✓ ${say('sumFits')}` : `! ${say('rest')} ${rest}`}</span>
    </p>
  );
};

interface PartFieldsProps {
  readonly part: TypedPart;
  readonly number: number;
  readonly district: string;
  readonly onChange: (part: TypedPart) => void;
  readonly onRemove: (() => void) | null;
}

const PartFields = ({ part, number, district, onChange, onRemove }: PartFieldsProps) => {
  const say = useWords(PROJECTS);
  const id = useId();
  const text = (key: 'code' | 'name' | 'budget' | 'executed', most: number) => {
    const isMoney = key === 'budget' || key === 'executed';
    const isWrong = isMoney && part[key].trim() !== '' && !isAmount(part[key].trim());
    return (
      <div>
        <label htmlFor={`${id}-${key}`}>{say(key)}</label>
        <Input
          id={`${id}-${key}`}
          value={part[key]}
          maxLength={most}
          inputMode={isMoney ? 'decimal' : 'text'}
          status={isWrong ? 'error' : ''}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-${key}-wrong` : undefined}
          onChange={({ target }) => {
            onChange({ ...part, [key]: target.value });
          }}
        />
        {isWrong ? (
          <div id={`${id}-${key}-wrong`} className="split-wrong">
            {say('amountWrong')}
          </div>
        ) : null}
      </div>
    );
  };
  return (
    <fieldset className="split-part">
      <legend>{say('part', { number })}</legend>
      {text('code', 60)}
      {text('name', 120)}
      <ChooseActiveUnit
        label={say('unit')}
        district={district}
        value={part.unit}
        onChoose={(unit) => {
          onChange({ ...part, unit });
        }}
      />
      {text('budget', 18)}
      {text('executed', 18)}
      {onRemove ? (
        <Button className="split-remove" aria-label={say('removePart', { number })} onClick={onRemove}>
          ×
        </Button>
      ) : null}
    </fieldset>
  );
};

const MOST = 20;

interface SplitPartsProps {
  readonly parts: readonly TypedPart[];
  readonly onChange: (parts: readonly TypedPart[]) => void;
  readonly fresh: (number: number) => TypedPart;
  readonly district: string;
  /** Yuan that the parts share to the fen. */
  readonly budget: string;
  readonly executed: string;
}

/** The projects that a project is split into, with what is left of its money. */
export const SplitParts = ({ parts, onChange, fresh, district, budget, executed }: SplitPartsProps) => {
  const say = useWords(PROJECTS);
  return (
    <div style={{ display: 'grid', gap: 8, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {parts.map((part, index) => (
        <PartFields
          key={index}
          {...{ part, district }}
          number={index + 1}
          onChange={(it) => {
            onChange(parts.map((before, i) => (i === index ? it : before)));
          }}
          onRemove={
            parts.length > 2
              ? () => {
                  onChange(parts.filter((_, i) => i !== index));
                }
              : null
          }
        />
      ))}
      <div>
        <Button
          disabled={parts.length >= MOST}
          onClick={() => {
            onChange([...parts, fresh(parts.length + 1)]);
          }}
        >
          {say('addPart')}
        </Button>
      </div>
      <Sum parts={parts} of="budget" whole={budget} />
      <Sum parts={parts} of="executed" whole={executed} />
    </div>
  );
};
