import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Acceptance } from '../obligation/effects.js';
import type { Opening, StageRoom } from '../stage/room.js';
import { UnitFilings } from '../stage/unit-filings.js';
import { Refiling } from './refiling.js';

/** 绩效目标申报: with the budget, a target for every project and one for the unit as a whole; filed, reviewed and approved in step. */
@Injectable()
export class TargetFilingRoom implements StageRoom {
  readonly name = 'target-filing';
  readonly effects = { target: this.approve.bind(this) };

  constructor(
    private readonly filings: UnitFilings,
    private readonly refiling: Refiling,
  ) {}

  async open(opening: Opening, units?: readonly string[]): Promise<number> {
    return this.filings.open(opening, { kind: 'target', label: '绩效目标申报', whole: { kind: 'target', wants: () => true } }, units);
  }

  /** 批复: with the target the budget it was filed for is approved; after an adjustment, the adjusted amount. */
  private async approve(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    await manager.query(
      `update project p set approved_budget = p.initial_budget, version = version + 1,
         sources = p.sources || jsonb_build_object('approved_budget', 'document/' || d.id)
       from document d where d.id = any ($1) and d.project_id = p.id and p.approved_budget is null`,
      [documents],
    );
    await this.refiling.apply(manager, obligation.id, at);
  }
}
