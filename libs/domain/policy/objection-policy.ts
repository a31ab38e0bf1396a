import type { ObjectionStage } from '#domain/objection/objection.js';

/** In one stage: how long a unit may object, and how long the bureau has to decide on it. */
export interface ObjectionRule {
  /** Working days in which the unit may object; silence is consent. */
  readonly within: number;
  /** Working days in which the bureau decides. */
  readonly decideWithin: number;
  /** A chain of this policy by which the decision is signed off. Absent: it holds as filed. */
  readonly chain?: string;
  /** A ladder of this policy for both. */
  readonly ladder?: string;
  readonly source?: string;
}

/** `objections` of the policy: stages in which a unit may object to what was found of it. */
export type ObjectionPolicy = Readonly<Partial<Record<ObjectionStage, ObjectionRule>>>;
