import { Injectable } from '@nestjs/common';
import { compare } from '#domain/score/exact.js';
import type { Opening, StageRoom } from '../stage/room.js';
import { UnitFilings } from '../stage/unit-filings.js';

/** 事前绩效评估: a new project from the policy's threshold on is evaluated before its target may be filed. */
@Injectable()
export class ExAnteEvaluationRoom implements StageRoom {
  readonly name = 'ex-ante-evaluation';
  readonly effects = {};

  constructor(private readonly filings: UnitFilings) {}

  async open(opening: Opening, units?: readonly string[]): Promise<number> {
    const { threshold } = opening.stage.campaign.policy.exAnteEvaluation;
    return this.filings.open(
      opening,
      {
        kind: 'ex-ante-report',
        label: '事前绩效评估',
        whole: false,
        wants: ({ attribute, initialBudget }) => attribute === 'new' && compare(initialBudget ?? '0', threshold) >= 0,
      },
      units,
    );
  }
}
