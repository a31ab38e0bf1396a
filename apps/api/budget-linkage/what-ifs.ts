import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { linkageProjectOf } from '#activities/budget-linkage/linkage-facts.js';
import { WHAT_IF_CHANGES } from '#contracts/api/linkage.routes.js';
import { Problem } from '#contracts/errors/problem.js';
import { compareLinkages, linkProjects } from '#domain/budget-linkage/link.js';
import type { Linkage } from '#domain/budget-linkage/link.js';
import { tableOf } from '#domain/budget-linkage/table.js';
import { lintLinkage } from '#domain/policy/lint-rules.js';
import type { LinkageBounds, LinkageRule } from '#domain/policy/policy.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { LinkageRepository } from '#persistence/campaign/linkage.repository.js';
import { Campaigns } from '../campaigns/campaigns.js';

interface OtherTable {
  readonly name: string;
  readonly linkage: readonly LinkageRule[];
  readonly linkageBounds?: LinkageBounds | undefined;
}

const sumsOf = ({ district, departments, bound }: Linkage) => ({ district, departments: [...departments], bound });

/** 假设分析: another linkage table asked of what is on record now, beside the table in force. Decisions that changed a proposal stay. */
@Injectable()
export class WhatIfs {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: Campaigns,
    private readonly years: CampaignRepository,
    private readonly linkage: LinkageRepository,
  ) {}

  /** @throws Problem NOT_FOUND, INVALID naming every rule of the other table that cannot be asked */
  async of(viewer: Viewer, id: string, { name, linkage, linkageBounds }: OtherTable) {
    await this.campaigns.get(viewer, id, 'linkage.what-if');
    const problems = lintLinkage(linkage);
    if (problems.length > 0)
      throw new Problem(
        'INVALID',
        {},
        problems.map(({ path, code, zh, en }) => ({ path: `body.linkage.${path}`, code, zh, en })),
      );
    const { manager } = this.source;
    const { policy } = await this.years.campaign(manager, id);
    const overrides = await this.linkage.overrides(manager, id);
    const projects = (await this.linkage.facts(manager, id)).map((it) => ({
      ...linkageProjectOf(it, policy),
      override: overrides.get(it.project),
    }));
    const present = linkProjects(projects, tableOf(policy));
    const other = linkProjects(projects, { version: name, source: name, rules: linkage, bounds: linkageBounds ?? {} });
    const { difference, changed } = compareLinkages(present, other);
    return {
      name,
      present: sumsOf(present),
      other: sumsOf(other),
      difference,
      changedProjects: changed.length,
      changed: changed.slice(0, WHAT_IF_CHANGES),
    };
  }
}
