import type { EntityManager } from 'typeorm';
import type { StageName } from '#domain/stage/stage.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import type { EffectSource } from '../obligation/effects.js';

export interface Opening {
  readonly manager: EntityManager;
  readonly stage: StageRow;
  /** The engine's instant, ms. */
  readonly now: number;
}

/** A workflow, other than an obligation, that a stage has as its part. */
export interface PartWorkflow {
  readonly type: 'keyEvaluation' | 'rectification' | 'budgetLinkage';
  readonly id: string;
  readonly input: unknown;
}

/** What one stage of the cycle does in the tables: whom it opens what for, what acceptance means, what follows when all is closed. */
export interface StageRoom extends EffectSource {
  readonly name: StageName;
  /** Opens the stage for everybody, or for the units that came late. Answers how many parts that made. */
  open(opening: Opening, units?: readonly string[]): Promise<number>;
  /** Opens the stage, which is open, for projects that came during the year. Answers how many parts that made. */
  admit?(opening: Opening, projects: ReadonlySet<string>, units: readonly string[]): Promise<number>;
  /** When all parts are closed: what comes last. Answers how many parts that opened; asked again it opens nothing twice. */
  finish?(opening: Opening): Promise<number>;
  /** Parts that are workflows of their own and not obligations; all of them, started or not. */
  partWorkflows?(opening: Omit<Opening, 'now'>): Promise<readonly PartWorkflow[]>;
  /** How many of those are not closed. */
  openPartWorkflows?(opening: Omit<Opening, 'now'>): Promise<number>;
}

export const STAGE_ROOMS = Symbol('STAGE_ROOMS');
