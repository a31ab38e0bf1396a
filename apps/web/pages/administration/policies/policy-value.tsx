import { STAGES } from '#domain/stage/stage.js';
import type { StageName } from '#domain/stage/stage.js';
import { isObject } from '#domain/difference/same.js';
import { useJoin } from '../../../words/join.js';
import { COMMON, STAGE_WORDS } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { SEAT_WORDS } from '../../documents/actions/actions.words.js';
import { POLICY_FIELDS } from './policy-fields.words.js';

const has = <T extends object>(of: T, key: string): key is keyof T & string => Object.hasOwn(of, key);
const isStage = (it: string): it is StageName => (STAGES as readonly string[]).includes(it);

/** A step of a path, or a name that a policy uses, as the office says it. */
export const useFieldName = () => {
  const fields = useWords(POLICY_FIELDS);
  const stages = useWords(STAGE_WORDS);
  return (it: string): string => (has(POLICY_FIELDS.zh, it) ? fields(it) : isStage(it) ? stages(it) : it);
};

const useScalar = () => {
  const common = useWords(COMMON);
  const stages = useWords(STAGE_WORDS);
  const seats = useWords(SEAT_WORDS);
  return (it: unknown): string => {
    if (typeof it === 'boolean') return common(it ? 'yes' : 'no');
    if (typeof it !== 'string') return String(it);
    if (isStage(it)) return stages(it);
    return has(SEAT_WORDS.zh, it) ? seats(it) : it;
  };
};

/** A value of a policy in words: what is nested as labelled lines. */
export const PolicyValue = ({ value }: { readonly value: unknown }) => {
  const scalar = useScalar();
  const name = useFieldName();
  const join = useJoin();
  if (value === null || value === undefined) return <span style={{ color: '#595f69' }}>—</span>;
  if (Array.isArray(value) && !value.some((it) => typeof it === 'object')) return <span>{join(value.map(scalar))}</span>;
  if (Array.isArray(value))
    return (
      <ol style={{ margin: 0, paddingInlineStart: 20 }}>
        {value.map((it, index) => (
          <li key={index}>
            <PolicyValue value={it} />
          </li>
        ))}
      </ol>
    );
  if (!isObject(value)) return <span style={{ overflowWrap: 'anywhere' }}>{scalar(value)}</span>;
  return (
    <dl style={{ margin: 0 }}>
      {Object.entries(value).map(([key, it]) => (
        <div key={key} style={{ display: 'flex', gap: 6 }}>
          <dt style={{ color: '#595f69', flex: 'none' }}>{name(key)}</dt>
          <dd style={{ margin: 0, minWidth: 0 }}>
            <PolicyValue value={it} />
          </dd>
        </div>
      ))}
    </dl>
  );
};
