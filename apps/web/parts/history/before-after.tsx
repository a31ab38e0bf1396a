import { KIND_WORDS, isKind } from '../../words/terms.js';
import { ROLE_WORDS, isRole } from '../../words/roles.js';
import { useWords } from '../../words/words.js';
import { PlainTable } from '../table/plain-table.js';
import { FIELDS, SHOWN_FIELDS } from './fields.words.js';
import type { FieldKey } from './fields.words.js';
import { HISTORY } from './history.words.js';
import type { Entry } from './sentence.js';

type Values = Readonly<Record<string, unknown>>;

const valuesOf = ({ detail }: Entry): Values => (typeof detail === 'object' && detail !== null ? (detail as Values) : {});

const has = (values: Values, field: string): boolean => values[field] !== undefined && values[field] !== null;

/** The latest value of a field in what was recorded of the same thing before; undefined where nothing says it. */
export const valueBefore = (field: string, entry: Entry, trail: readonly Entry[]): unknown =>
  trail
    .filter((it) => it.sequence < entry.sequence)
    .sort((a, b) => b.sequence - a.sequence)
    .map(valuesOf)
    .find((it) => has(it, field))?.[field];

const useText = () => {
  const say = useWords(FIELDS);
  const roles = useWords(ROLE_WORDS);
  const kinds = useWords(KIND_WORDS);
  return (value: unknown): string => {
    if (value === undefined || value === null || value === '') return '—';
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
    if (Array.isArray(value)) return value.map(String).join('、');
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
    return isRole(text) ? roles(text) : isKind(text) ? kinds(text) : text;
  };
};

/** What an entry set, field by field: before and after. `trail` is what was recorded of the same thing. */
export const BeforeAfter = ({ entry, trail }: { readonly entry: Entry; readonly trail: readonly Entry[] }) => {
  const say = useWords(FIELDS);
  const words = useWords(HISTORY);
  const text = useText();
  const values = valuesOf(entry);
  const fields = SHOWN_FIELDS.filter((it) => has(values, it) && (!Array.isArray(values[it]) || typeof values[it][0] !== 'object'));
  if (fields.length === 0) return null;
  return (
    <PlainTable<FieldKey>
      name={words('beforeAfter')}
      rows={fields}
      rowKey={(it) => it}
      columns={[
        { key: 'field', title: words('field'), cell: (it) => say(it), width: 110 },
        { key: 'before', title: words('before'), cell: (it) => text(valueBefore(it, entry, trail)) },
        { key: 'after', title: words('after'), cell: (it) => text(values[it]) },
      ]}
    />
  );
};
