import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/organisation.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { OrganisationChanges } from './organisation-changes.js';

@Controller()
export class OrganisationChangesController {
  constructor(private readonly changes: OrganisationChanges) {}

  @Serves(routes.listOrganisationChanges)
  list(@Ask() { viewer, query }: Ask<typeof routes.listOrganisationChanges>) {
    return this.changes.list(viewer, query);
  }

  @Serves(routes.transferProject)
  transfer(@Ask() { viewer, params, body, key }: Ask<typeof routes.transferProject>) {
    return this.changes.ofProject(viewer, { kind: 'transfer-project', project: params.project, unit: body.unit }, body.reason, key);
  }

  @Serves(routes.cancelProject)
  cancel(@Ask() { viewer, params, body, key }: Ask<typeof routes.cancelProject>) {
    return this.changes.ofProject(viewer, { kind: 'cancel-project', project: params.project }, body.reason, key);
  }

  @Serves(routes.dissolveUnit)
  dissolve(@Ask() { viewer, params, body, key }: Ask<typeof routes.dissolveUnit>) {
    return this.changes.ofUnit(viewer, { kind: 'dissolve-unit', unit: params.unit, successor: body.successor }, body.reason, key);
  }
}
