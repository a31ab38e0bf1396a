import { Injectable } from '@nestjs/common';
import { heartbeat } from '@temporalio/activity';
import { DataSource } from 'typeorm';
import { isStageWorkflow } from '#contracts/campaign/campaign.contract.js';
import type { EngineActivities, PartClosed } from '#contracts/obligation/obligation.contract.js';
import { Engine } from '#temporal/engine.js';
import { ObligationStarter } from '../obligation/obligation-starter.js';

/** What workflows ask of the engine itself: starting others and telling others, always through the one door. */
@Injectable()
export class EngineActivitiesProvider implements EngineActivities {
  constructor(
    private readonly source: DataSource,
    private readonly engine: Engine,
    private readonly starter: ObligationStarter,
  ) {}

  async startObligations({ obligations }: { obligations: readonly string[] }): Promise<void> {
    await this.starter.start(obligations, heartbeat);
  }

  async tellPartClosed({ workflow, closed }: { workflow: string; closed: PartClosed }): Promise<void> {
    if (!isStageWorkflow(workflow)) return void (await this.engine.tell(workflow, 'partClosed', closed));
    // Of two that close at once the later one to look finds both closed: a part is recorded before it tells.
    if (!(await this.hasOpenSiblings(closed.part))) await this.engine.tell(workflow, 'partClosed', { ...closed, last: true });
  }

  private async hasOpenSiblings(obligation: string): Promise<boolean> {
    const rows: unknown[] = await this.source.query(
      `select from obligation it join obligation other on other.stage_id = it.stage_id and other.parent = it.parent
       where it.id = $1 and other.status = 'open' limit 1`,
      [obligation],
    );
    return rows.length > 0;
  }
}
