import type { ChangeEvent } from 'react';
import { isDecimal } from '#domain/score/exact.js';
import { useWords } from '../../words/words.js';
import { inTenThousands } from '../money.js';
import { CHOICES, isChoiceWord } from './choices.js';
import { FORM } from './form.words.js';
import type { Shape } from './shape.js';

export interface ControlProps {
  readonly shape: Shape;
  readonly path: string;
  readonly label: string;
  readonly value: unknown;
  readonly severity: 'block' | 'warn' | 'note' | null;
  readonly describedBy?: string | undefined;
  readonly set: (path: string, value: unknown) => void;
  readonly touch: (path: string) => void;
  /** In a table there is no room for what stands beside. */
  readonly bare?: boolean;
}

const LONG = 120;
const NEARLY_FULL = 0.8;

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const commonOf = ({ path, label, severity, describedBy, touch, shape, bare }: ControlProps) => ({
  'data-path': path,
  'aria-label': label,
  ...(severity === 'block' ? { 'aria-invalid': true } : {}),
  ...(describedBy ? { 'aria-describedby': describedBy } : {}),
  className: [
    'form-input',
    ...(severity === 'warn' ? ['is-warned'] : []),
    ...(bare && ['decimal', 'points', 'integer', 'amount'].includes(shape.is) ? ['is-number'] : []),
  ].join(' '),
  onBlur: () => {
    touch(path);
  },
});

const LongText = (props: ControlProps & { readonly text: string; readonly onText: (text: string) => void; readonly most?: number }) => {
  const say = useWords(FORM);
  const common = commonOf(props);
  const { text, onText, most, bare } = props;
  const left = most === undefined ? null : most - text.length;
  return (
    <>
      <div className="form-grow" data-text={text}>
        <textarea
          {...common}
          rows={bare ? 1 : 2}
          value={text}
          {...(most === undefined ? {} : { maxLength: most })}
          onChange={({ target }) => {
            onText(target.value);
          }}
        />
      </div>
      {left !== null && most !== undefined && text.length > most * NEARLY_FULL ? (
        <span className="form-hint">{say('left', { count: left })}</span>
      ) : null}
    </>
  );
};

const Choice = (props: ControlProps & { readonly options: readonly string[] }) => {
  const say = useWords(FORM);
  const word = useWords(CHOICES);
  const { options, value, set, path } = props;
  return (
    <select
      {...commonOf(props)}
      value={textOf(value)}
      onChange={({ target }) => {
        set(path, target.value === '' ? undefined : target.value);
      }}
    >
      <option value="">{props.bare ? '' : say('choose')}</option>
      {options.map((it) => (
        <option key={it} value={it}>
          {isChoiceWord(it) ? word(it) : it}
        </option>
      ))}
    </select>
  );
};

const Tick = (props: ControlProps) => {
  const say = useWords(FORM);
  const { shape, value, set, path, bare } = props;
  const box = (
    <input
      {...commonOf(props)}
      type="checkbox"
      checked={value === true}
      onChange={({ target }) => {
        set(path, target.checked ? true : shape.is === 'acknowledged' ? undefined : false);
      }}
    />
  );
  if (bare || shape.is !== 'acknowledged') return box;
  return (
    <label>
      {box} {say('acknowledge')}
    </label>
  );
};

const Line = (props: ControlProps) => {
  const say = useWords(FORM);
  const { shape, value, set, path, bare } = props;
  const text = textOf(value);
  const number = ['decimal', 'points', 'amount', 'integer'].includes(shape.is);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const typed = number ? target.value.trim().replace(/[,，]/g, '') : target.value;
    const asNumber = shape.is === 'integer' && /^\d{1,9}$/.test(typed);
    set(path, typed === '' ? undefined : asNumber ? Number(typed) : typed);
  };
  const input = (
    <input
      {...commonOf(props)}
      type={shape.is === 'day' ? 'date' : 'text'}
      autoComplete="off"
      {...(number ? { inputMode: 'decimal' as const } : {})}
      {...(shape.is === 'text' ? { maxLength: shape.most } : {})}
      value={text}
      onChange={onChange}
    />
  );
  if (shape.is !== 'amount' || bare) return input;
  return (
    <div className="form-amount">
      {input}
      <span className="form-hint">{isDecimal(text) ? say('tenThousand', { amount: inTenThousands(text) }) : say('yuan')}</span>
    </div>
  );
};

const Lines = (props: ControlProps) => {
  const say = useWords(FORM);
  const { value, set, path, touch } = props;
  const lines = Array.isArray(value) ? value.map(textOf) : [];
  const tidy = (): void => {
    const filled = lines.map((it) => it.trim()).filter((it) => it !== '');
    if (filled.join('\n') !== lines.join('\n')) set(path, filled.length === 0 ? undefined : filled);
    touch(path);
  };
  return (
    <>
      <LongText
        {...props}
        touch={tidy}
        text={lines.join('\n')}
        onText={(text) => {
          set(path, text === '' ? undefined : text.split('\n'));
        }}
      />
      {props.bare ? null : <span className="form-hint">{say('lineEach')}</span>}
    </>
  );
};

/** What one types, chooses or ticks a value with. */
export const Control = (props: ControlProps) => {
  const { shape, value, set, path, bare } = props;
  if (shape.is === 'choice') return <Choice {...props} options={shape.options} />;
  if (shape.is === 'boolean' || shape.is === 'acknowledged') return <Tick {...props} />;
  if (shape.is === 'lines') return <Lines {...props} />;
  if (shape.is === 'text' && (shape.most > LONG || bare))
    return (
      <LongText
        {...props}
        text={textOf(value)}
        most={shape.most}
        onText={(text) => {
          set(path, text === '' ? undefined : text);
        }}
      />
    );
  return <Line {...props} />;
};
