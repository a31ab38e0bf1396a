import { Injectable } from '@nestjs/common';
import { heartbeat } from '@temporalio/activity';
import type { EngineActivities, PartClosed } from '#contracts/obligation/obligation.contract.js';
import { Engine } from '#temporal/engine.js';
import { ObligationStarter } from '../obligation/obligation-starter.js';

/** What workflows ask of the engine itself: starting others and telling others, always through the one door. */
@Injectable()
export class EngineActivitiesProvider implements EngineActivities {
  constructor(
    private readonly engine: Engine,
    private readonly starter: ObligationStarter,
  ) {}

  async startObligations({ obligations }: { obligations: readonly string[] }): Promise<void> {
    await this.starter.start(obligations, heartbeat);
  }

  async tellPartClosed({ workflow, closed }: { workflow: string; closed: PartClosed }): Promise<void> {
    await this.engine.tell(workflow, 'partClosed', closed);
  }
}
