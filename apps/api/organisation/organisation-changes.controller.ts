import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/organisation.routes.js';
import { given } from '../http/given.js';
import { Ask, Serves } from '../http/serves.js';
import { NewProjects } from './new-projects.js';
import { OrganisationChanges } from './organisation-changes.js';

@Controller()
export class OrganisationChangesController {
  constructor(
    private readonly changes: OrganisationChanges,
    private readonly projects: NewProjects,
  ) {}

  @Serves(routes.listOrganisationChanges)
  list(@Ask() { viewer, query }: Ask<typeof routes.listOrganisationChanges>) {
    return this.changes.list(viewer, query);
  }

  @Serves(routes.previewOrganisationChange)
  preview(@Ask() { viewer, body }: Ask<typeof routes.previewOrganisationChange>) {
    return this.changes.preview(viewer, body.kind === 'split-project' ? { ...body, parts: body.parts.map(given) } : body);
  }

  @Serves(routes.createProject)
  create(@Ask() { viewer, body }: Ask<typeof routes.createProject>) {
    return this.projects.add(viewer, body);
  }

  @Serves(routes.transferProject)
  transfer(@Ask() { viewer, params, body, key }: Ask<typeof routes.transferProject>) {
    return this.changes.make(viewer, { kind: 'transfer-project', project: params.project, unit: body.unit }, body.reason, key);
  }

  @Serves(routes.cancelProject)
  cancel(@Ask() { viewer, params, body, key }: Ask<typeof routes.cancelProject>) {
    return this.changes.make(viewer, { kind: 'cancel-project', project: params.project }, body.reason, key);
  }

  @Serves(routes.splitProject)
  split(@Ask() { viewer, params, body, key }: Ask<typeof routes.splitProject>) {
    const parts = body.parts.map(given);
    return this.changes.make(viewer, { kind: 'split-project', project: params.project, parts }, body.reason, key);
  }

  @Serves(routes.mergeProjects)
  merge(@Ask() { viewer, body: { reason, ...wish }, key }: Ask<typeof routes.mergeProjects>) {
    return this.changes.make(viewer, { kind: 'merge-projects', ...wish }, reason, key);
  }

  @Serves(routes.dissolveUnit)
  dissolve(@Ask() { viewer, params, body, key }: Ask<typeof routes.dissolveUnit>) {
    return this.changes.make(viewer, { kind: 'dissolve-unit', unit: params.unit, successor: body.successor }, body.reason, key);
  }
}
