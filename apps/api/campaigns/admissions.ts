import { Injectable } from '@nestjs/common';
import { ForeseenChanges } from '#activities/organisation/foreseen-changes.js';
import { Problem } from '#contracts/errors/problem.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { Campaigns } from './campaigns.js';

/** 年中新增项目: what the year's command would open, before it is given. */
@Injectable()
export class Admissions {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly foreseen: ForeseenChanges,
  ) {}

  /** @throws Problem NOT_FOUND, NOT_OPEN_YET, ALREADY_CLOSED · DomainError UNKNOWN_PROJECT */
  async preview(viewer: Viewer, id: string, projects: readonly string[]) {
    const { status } = await this.campaigns.get(viewer, id, 'campaigns.write');
    if (status === 'draft') throw new Problem('NOT_OPEN_YET');
    if (status === 'closed') throw new Problem('ALREADY_CLOSED');
    const { effects, ...it } = await this.foreseen.admissionOf(id, projects);
    return { effects: [...effects], ...it };
  }
}
