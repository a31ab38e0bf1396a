import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ForeseenChanges } from '#activities/organisation/foreseen-changes.js';
import { Problem } from '#contracts/errors/problem.js';
import { organisationChangeWorkflowId } from '#contracts/organisation/organisation.contract.js';
import type {
  OrganisationChange,
  OrganisationChangeAnswer,
  OrganisationChangeInput,
} from '#contracts/organisation/organisation.contract.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery, ListSpec } from '#persistence/reading/list.js';
import { ORGANISATION_CHANGE_LIST } from '#persistence/reading/organisation-changes.js';
import { UNIT_LIST } from '#persistence/reading/places.js';
import { PROJECT_LIST } from '#persistence/reading/results.js';
import { Engine } from '#temporal/engine.js';

/** 项目划转、项目撤销、单位撤并: asked of a workflow of their own, which answers when everything open has followed. */
@Injectable()
export class OrganisationChanges {
  constructor(
    private readonly source: DataSource,
    private readonly engine: Engine,
    private readonly foreseen: ForeseenChanges,
  ) {}

  list = (viewer: Viewer, query: ListQuery) => readList(this.source, ORGANISATION_CHANGE_LIST, viewer, query);

  /** @throws Problem NOT_FOUND where a project or unit is not the viewer's to change */
  async make(viewer: Viewer, change: OrganisationChange, reason: string, key: string): Promise<OrganisationChangeAnswer> {
    const district = await this.districtOfChange(viewer, change);
    const requestId = `${viewer.person}:${key}`;
    const input: OrganisationChangeInput = { district, change, reason, actor: viewer.person, requestId };
    return this.engine.run('organisationChange', organisationChangeWorkflowId(requestId), input);
  }

  /** What the change would do, refused as the change itself. @throws Problem NOT_FOUND · DomainError */
  async preview(viewer: Viewer, change: OrganisationChange) {
    const { effects, ...it } = await this.foreseen.change(await this.districtOfChange(viewer, change), change);
    return { effects: [...effects], ...it };
  }

  private async districtOfChange(viewer: Viewer, change: OrganisationChange): Promise<string> {
    if (change.kind === 'dissolve-unit') return this.districtOf(viewer, UNIT_LIST, change.unit);
    const projects = change.kind === 'merge-projects' ? change.projects : [change.project];
    const districts = await Promise.all(projects.map((it) => this.districtOf(viewer, PROJECT_LIST, it)));
    return districts[0]!;
  }

  private async districtOf(viewer: Viewer, list: ListSpec, id: string): Promise<string> {
    const row = await readOne<{ district: string }>(this.source, { ...list, action: 'organisation.change' }, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row.district;
  }
}
