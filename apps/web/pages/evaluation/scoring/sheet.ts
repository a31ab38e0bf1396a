import type { RaterRules } from '#domain/key-evaluation/ratings.js';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';

export type Sheet = Schemas['ScoringSheet'];
export type SheetLine = Sheet['indicators'][number];

export const useSheet = (evaluation: string) =>
  api.useQuery('get', '/api/v1/evaluations/{evaluation}/scoring', { params: { path: { evaluation } } });

/** The policy's rules of scoring; null where the agency scores by itself. */
export const rulesIn = ({ rules }: Sheet): RaterRules | null => rules as RaterRules | null;

/** Indicators that wait for the lead's decision. */
export const undecided = ({ indicators }: Sheet): readonly SheetLine[] =>
  indicators.filter(({ arbitrate, arbitration }) => arbitrate && arbitration === null);

/** Raters and decisions belong to the time in which the draft is written. */
export const isDrafting = ({ status }: Sheet): boolean => status === 'draft';
