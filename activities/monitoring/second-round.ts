import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy } from '#domain/group-by.js';
import { note } from '#persistence/audit/note.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { WarningRepository } from '#persistence/campaign/warning.repository.js';
import type { Flag } from '#persistence/campaign/warning.repository.js';
import { Clock } from '#platform/clock.js';
import type { Opening } from '../stage/room.js';

/** 二次监控: a later round of monitoring is for the projects that a warning rule with `secondRound` has flagged. */
@Injectable()
export class SecondRound {
  constructor(
    private readonly warnings: WarningRepository,
    private readonly clock: Clock,
  ) {}

  /** The flagged projects, whose reasons go into the trail; null where everybody reports: in a first round, or where no rule flags. */
  async of({ manager, stage, now }: Opening): Promise<ReadonlySet<string> | null> {
    const { campaign, plan } = stage;
    const isLater = plan.round !== undefined && plan.round > 1;
    if (!isLater || !campaign.policy.monitoring.warnings.some(({ secondRound }) => secondRound)) return null;
    const flags = groupBy(await this.warnings.flagged(manager, campaign.id), ({ project }) => project);
    if (stage.status === 'planned') await this.explain(manager, stage, now, flags);
    return new Set(flags.keys());
  }

  private async explain(manager: EntityManager, { campaign, key }: StageRow, now: number, flags: Map<string, Flag[]>): Promise<void> {
    const projects = [...flags].map(([project, because]) => ({ project, because: because.map(({ rule, zh, en }) => ({ rule, zh, en })) }));
    await note(manager, {
      stream: `campaign/${campaign.id}`,
      districtId: campaign.district,
      at: new Date(this.clock.toBusiness(now)),
      actorId: null,
      onBehalfOf: null,
      type: 'second-round',
      detail: { key, projects },
    });
  }
}
