import { STAGES } from '#domain/stage/stage.js';
import type { StageName } from '#domain/stage/stage.js';
import type { Schemas } from '../../api/client.js';
import { ROLE_WORDS, isRole } from '../../words/roles.js';
import { STAGE_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { inTenThousands } from '../money.js';
import { TRAIL, isTrailKey } from './trail.words.js';
import type { TrailKey } from './trail.words.js';

export type Entry = Schemas['AuditEntry'];

/** What an entry may carry, as far as sentences are filled from it. */
export interface Detail {
  readonly verdict?: string;
  readonly grant?: unknown;
  readonly dueOn?: string;
  readonly rung?: number;
  readonly reason?: string;
  readonly key?: string;
  readonly name?: string;
  readonly role?: string;
  readonly amount?: string;
  readonly points?: string | number;
  readonly drawn?: readonly string[];
  readonly reasons?: readonly { readonly document?: string; readonly field?: string; readonly text: string }[];
  readonly documents?: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

/** What a sentence is made of. */
type Told = Pick<Entry, 'type' | 'detail'>;

export const detailOf = ({ detail }: Told): Detail => (typeof detail === 'object' && detail !== null ? (detail as Detail) : {});

/** Before, on, or after the due day. */
export const momentOf = (day: number): 'before' | 'on' | 'after' => (day < 0 ? 'before' : day === 0 ? 'on' : 'after');

const keyOf = ({ type }: Told, { verdict, grant, rung }: Detail): TrailKey => {
  if (type === 'rung' && rung !== undefined) return `rung-${momentOf(rung)}`;
  const narrow = `${type}-${verdict ?? String(grant ?? '')}`;
  return isTrailKey(narrow) ? narrow : isTrailKey(type) ? type : 'other';
};

/** Stages of the same name are told apart by what follows it in their key. */
const stageIn = (key: string): StageName | undefined => STAGES.find((it) => key === it || key.startsWith(it));

const lengthOf = (it: unknown): number => (Array.isArray(it) ? it.length : 0);

/** What an entry says, in one sentence. */
export const useSentence = () => {
  const say = useWords(TRAIL);
  const stage = useWords(STAGE_WORDS);
  const roles = useWords(ROLE_WORDS);
  return (entry: Told): string => {
    const detail = detailOf(entry);
    const { dueOn = '', rung = 0, key = '', name = '', role = '', amount, points = '' } = detail;
    const named = stageIn(key);
    return say(keyOf(entry, detail), {
      ...{ dueOn, name, points, days: Math.abs(rung), count: lengthOf(detail.documents), drawn: lengthOf(detail.drawn) },
      stage: named ? stage(named) : key,
      role: isRole(role) ? roles(role) : role,
      money: amount === undefined ? '' : inTenThousands(amount),
    });
  };
};
