import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/people.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Absences } from './absences.js';
import { People } from './people.js';

@Controller()
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly absences: Absences,
  ) {}

  @Serves(routes.listPeople)
  list(@Ask() { viewer, query }: Ask<typeof routes.listPeople>) {
    return this.people.list(viewer, query);
  }

  @Serves(routes.getPerson)
  get(@Ask() { viewer, params }: Ask<typeof routes.getPerson>) {
    return this.people.get(viewer, params.person);
  }

  @Serves(routes.createPerson)
  create(@Ask() { viewer, body }: Ask<typeof routes.createPerson>) {
    return this.people.create(viewer, body);
  }

  @Serves(routes.changePerson)
  change(@Ask() { viewer, params, version, body }: Ask<typeof routes.changePerson>) {
    return this.people.change(viewer, params.person, version, body);
  }

  @Serves(routes.deactivatePerson)
  deactivate(@Ask() { viewer, params }: Ask<typeof routes.deactivatePerson>) {
    return this.people.deactivate(viewer, params.person);
  }

  @Serves(routes.resetPassword)
  resetPassword(@Ask() { viewer, params }: Ask<typeof routes.resetPassword>) {
    return this.people.resetPassword(viewer, params.person);
  }

  @Serves(routes.addGrant)
  addGrant(@Ask() { viewer, params, body }: Ask<typeof routes.addGrant>) {
    return this.people.addGrant(viewer, params.person, body);
  }

  @Serves(routes.removeGrant)
  removeGrant(@Ask() { viewer, params }: Ask<typeof routes.removeGrant>) {
    return this.people.removeGrant(viewer, params.person, params.grant);
  }

  @Serves(routes.handOver)
  handOver(@Ask() { viewer, params, body, key }: Ask<typeof routes.handOver>) {
    return this.absences.handOver(viewer, params.person, body.to, key);
  }

  @Serves(routes.listDelegations)
  delegations(@Ask() { viewer, params, query }: Ask<typeof routes.listDelegations>) {
    return this.absences.list(viewer, params.person, query);
  }

  @Serves(routes.delegate)
  delegate(@Ask() { viewer, params, body, key }: Ask<typeof routes.delegate>) {
    return this.absences.delegate(viewer, params.person, body, key);
  }

  @Serves(routes.endDelegation)
  endDelegation(@Ask() { viewer, params }: Ask<typeof routes.endDelegation>) {
    return this.absences.end(viewer, params.person, params.delegation);
  }
}
