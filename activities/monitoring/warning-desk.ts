import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { groupBy } from '#domain/group-by.js';
import type { Json } from '#domain/json.js';
import { LIGHTS } from '#domain/monitoring/warnings.js';
import type { Warning } from '#domain/monitoring/warnings.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { placeOf } from '#persistence/campaign/project.repository.js';
import type { ProjectRow } from '#persistence/campaign/project.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { WarningRepository } from '#persistence/campaign/warning.repository.js';
import type { Ground } from '#persistence/campaign/warning.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { commonOf } from '../stage/draft.js';

/** A warning that a rule raises of a project. */
export interface Raised {
  readonly project: ProjectRow;
  readonly ground: Ground;
  readonly warning: Warning;
}

interface Asking extends Raised {
  /** The document with which the unit will answer; null: the warning informs only. */
  readonly answer: string | null;
}

/** Who the obligations to answer belong to: the one whose acceptance raised them, or the workflow that is told when they close. */
export type Belonging = { readonly openedBy: string } | { readonly parent: string };

/** 预警: keeps what the rules raise, and has the unit answer within the working days that the rule gives (财预〔2019〕136号). */
@Injectable()
export class WarningDesk {
  constructor(
    private readonly warnings: WarningRepository,
    private readonly opener: ObligationOpener,
    private readonly clock: Clock,
  ) {}

  /** `at`: business instant, ms. Answers the obligations to answer that were opened; they are not started yet. */
  async raise(
    manager: EntityManager,
    stage: StageRow,
    raised: readonly Raised[],
    at: number,
    belonging: Belonging,
  ): Promise<readonly string[]> {
    const asking = raised.map((it): Asking => ({ ...it, answer: it.warning.answerWithin === null ? null : uuid() }));
    const opened = await this.openAnswers(manager, stage, asking, at, belonging);
    const drafts = asking.map(({ project, ground, warning: { id: rule, colour, explanation, secondRound }, answer }) => {
      return { project: project.id, ground, rule, colour, secondRound, explanation: { ...explanation } as unknown as Json, answer };
    });
    await this.warnings.put(manager, stage.campaign.id, at, drafts);
    return opened;
  }

  /** One obligation for all warnings of a unit with the same time limit. */
  private async openAnswers(
    manager: EntityManager,
    stage: StageRow,
    all: readonly Asking[],
    at: number,
    belonging: Belonging,
  ): Promise<readonly string[]> {
    const asking = all.filter(({ answer }) => answer !== null);
    if (asking.length === 0) return [];
    const { campaign } = stage;
    const { chain, ladder } = campaign.policy.monitoring;
    const now = this.clock.toEngine(at);
    const seats = await loadSeats(manager, campaign.district);
    const groups = groupBy(asking, ({ project, warning }) => `${project.unit} ${String(warning.answerWithin)}`);
    const drafts = [...groups.values()].map((some) => {
      const place = placeOf(some[0]!.project);
      const common = commonOf(stage, 'warning-answer', now, { due: undefined, within: some[0]!.warning.answerWithin!, chain, ladder });
      const documents = some.map(({ project, warning, answer }) => ({
        id: answer!,
        title: `预警回复：${project.name}（${LIGHTS[warning.colour].zh}）`,
        project: project.id,
      }));
      return { ...common, title: '预警回复', place, seats: seats.of('unit', place), documents, ...belonging };
    });
    return this.opener.open(manager, drafts, now);
  }
}
