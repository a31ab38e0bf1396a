import { Controller } from '@nestjs/common';
import { assignEvaluation } from '#contracts/api/campaigns.routes.js';
import * as routes from '#contracts/api/key-evaluation.routes.js';
import { getReconciliation, reconcileFurther } from '#contracts/api/reconciliation.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { AgencyWork } from './agency-work.js';
import { Assignments } from './assignments.js';
import { DataRequests } from './data-requests.js';
import { Ledger } from './ledger.js';
import { Proposals } from './proposals.js';
import { Reconciliations } from './reconciliations.js';

@Controller()
export class KeyEvaluationController {
  constructor(
    private readonly assignments: Assignments,
    private readonly work: AgencyWork,
    private readonly proposals: Proposals,
    private readonly ledger: Ledger,
    private readonly requests: DataRequests,
    private readonly reconciliations: Reconciliations,
  ) {}

  @Serves(assignEvaluation)
  assign(@Ask() { viewer, params, body }: Ask<typeof assignEvaluation>) {
    return this.assignments.assign(viewer, params.campaign, body);
  }

  @Serves(routes.checkAssignment)
  check(@Ask() { viewer, params, query }: Ask<typeof routes.checkAssignment>) {
    return this.assignments.check(viewer, params.campaign, query);
  }

  @Serves(routes.proposeEvaluations)
  propose(@Ask() { viewer, params }: Ask<typeof routes.proposeEvaluations>) {
    return this.proposals.of(viewer, params.campaign);
  }

  @Serves(routes.getAssignment)
  get(@Ask() { viewer, params }: Ask<typeof routes.getAssignment>) {
    return this.assignments.get(viewer, params.evaluation);
  }

  @Serves(routes.reassign)
  reassign(@Ask() { viewer, params, body, key }: Ask<typeof routes.reassign>) {
    return this.assignments.reassign(viewer, params.evaluation, body, key);
  }

  @Serves(routes.declare)
  declare(@Ask() { viewer, params, body }: Ask<typeof routes.declare>) {
    return this.work.declare(viewer, params.evaluation, body);
  }

  @Serves(routes.rateAgency)
  rate(@Ask() { viewer, params, body }: Ask<typeof routes.rateAgency>) {
    return this.work.rate(viewer, params.evaluation, body);
  }

  @Serves(routes.listLedger)
  list(@Ask() { viewer, params, query }: Ask<typeof routes.listLedger>) {
    return this.ledger.list(viewer, params.evaluation, query);
  }

  @Serves(routes.requestData)
  request(@Ask() { viewer, params, body, key }: Ask<typeof routes.requestData>) {
    return this.requests.ask(viewer, params.evaluation, body, key);
  }

  @Serves(routes.listDataRequests)
  requested(@Ask() { viewer, query }: Ask<typeof routes.listDataRequests>) {
    return this.requests.list(viewer, query);
  }

  @Serves(getReconciliation)
  reconciliation(@Ask() { viewer, params }: Ask<typeof getReconciliation>) {
    return this.reconciliations.of(viewer, params.evaluation);
  }

  @Serves(reconcileFurther)
  reconcile(@Ask() { viewer, params, body }: Ask<typeof reconcileFurther>) {
    return this.reconciliations.of(viewer, params.evaluation, body);
  }
}
