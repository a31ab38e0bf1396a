import type { DataSource } from 'typeorm';
import type { FieldError, ProblemCode } from '#contracts/errors/problem.js';
import type { SpotCheckSeedContent } from '#domain/self-evaluation/content.js';
import { seedOf } from '#domain/selection/seed.js';
import { DrawRepository } from '#persistence/campaign/draw.repository.js';
import type { DrawRow } from '#persistence/campaign/draw.repository.js';
import { gatesOf } from './gates.js';
import type { Submitted } from './gates.js';

interface Answer {
  readonly document: string;
  readonly code?: ProblemCode;
  readonly errors?: readonly FieldError[];
}

/** The value came after the list was frozen, of a source that was named before; or nobody could trust what is drawn by it. */
const judgeValue = ({ id, content }: Submitted, draw: DrawRow | undefined): Answer | null => {
  if (!draw?.source || !draw.namedOn) return { document: id, code: 'ALREADY_CLOSED' };
  const { publishedOn, value } = content as SpotCheckSeedContent;
  const origin = { method: 'public-value', source: draw.source, namedOn: draw.namedOn, publishedOn, value } as const;
  const seed = seedOf(draw.listHash, draw.frozenOn, origin);
  if (seed.seed !== null) return null;
  return { document: id, code: 'NOT_ACCEPTED', errors: [{ path: 'content.publishedOn', code: seed.reason, ...seed.sentence }] };
};

/** 抽签数值: checked against the frozen list before it may be entered. */
export const spotCheckGate = (source: DataSource) =>
  gatesOf({ 'spot-check-seed': judgeValue }, async (campaign) => {
    const draw = await new DrawRepository().waiting(source.manager, campaign);
    return () => draw;
  });
