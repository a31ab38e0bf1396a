import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
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
  ) {}

  list = (viewer: Viewer, query: ListQuery) => readList(this.source, ORGANISATION_CHANGE_LIST, viewer, query);

  async ofProject(viewer: Viewer, change: Extract<OrganisationChange, { project: string }>, reason: string, key: string) {
    return this.ask(viewer, await this.districtOf(viewer, PROJECT_LIST, change.project), change, reason, key);
  }

  /** @throws Problem NOT_FOUND where one of them is not the viewer's to change */
  async ofProjects(viewer: Viewer, change: Extract<OrganisationChange, { projects: readonly string[] }>, reason: string, key: string) {
    const districts = await Promise.all(change.projects.map((it) => this.districtOf(viewer, PROJECT_LIST, it)));
    return this.ask(viewer, districts[0]!, change, reason, key);
  }

  async ofUnit(viewer: Viewer, change: Extract<OrganisationChange, { kind: 'dissolve-unit' }>, reason: string, key: string) {
    return this.ask(viewer, await this.districtOf(viewer, UNIT_LIST, change.unit), change, reason, key);
  }

  private async districtOf(viewer: Viewer, list: ListSpec, id: string): Promise<string> {
    const row = await readOne<{ district: string }>(this.source, { ...list, action: 'organisation.change' }, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row.district;
  }

  private ask(
    viewer: Viewer,
    district: string,
    change: OrganisationChange,
    reason: string,
    key: string,
  ): Promise<OrganisationChangeAnswer> {
    const requestId = `${viewer.person}:${key}`;
    const input: OrganisationChangeInput = { district, change, reason, actor: viewer.person, requestId };
    return this.engine.run('organisationChange', organisationChangeWorkflowId(requestId), input);
  }
}
