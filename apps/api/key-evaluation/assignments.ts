import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Action } from '#contracts/api/actions.js';
import { Problem } from '#contracts/errors/problem.js';
import { agencyReplacementWorkflowId } from '#contracts/evaluation/agency-replacement.contract.js';
import type { AgencyReplacementInput } from '#contracts/evaluation/agency-replacement.contract.js';
import type { TrailType } from '#contracts/trail-type.js';
import type { Json } from '#domain/json.js';
import { checkIndependence } from '#domain/key-evaluation/independence.js';
import type { Independence } from '#domain/key-evaluation/independence.js';
import type { Policy } from '#domain/policy/policy.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { AgencyRepository } from '#persistence/campaign/agency.repository.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import { SubjectRepository } from '#persistence/campaign/subject.repository.js';
import { ASSIGNED_EVALUATION } from '#persistence/reading/agencies.js';
import { readOne } from '#persistence/reading/list.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { Campaigns } from '../campaigns/campaigns.js';
import { todayOf } from '../http/today.js';
import { Trail } from '../http/trail.js';

export interface AssignedEvaluation {
  readonly id: string;
  readonly campaign: string;
  readonly project: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly status: string;
  readonly independence: unknown;
  readonly declaration: { readonly agency: string } | null;
  readonly rating: { readonly points: string } | null;
}

interface Pair {
  readonly project: string;
  readonly agency: string;
}

interface Reassignment {
  readonly agency: string;
  readonly reason: string;
}

/** A refused rule is the error of the field that names the agency. */
const refusal = (agency: string, { rulings }: Independence): Problem =>
  new Problem(
    'NOT_INDEPENDENT',
    { agency },
    rulings.flatMap(({ reason, sentence }) => (reason === undefined ? [] : [{ path: 'body.agency', code: reason, ...sentence }])),
  );

/** 委托评价: which agency evaluates which project. An agency that the rules do not permit is refused with each rule that speaks against it. */
@Injectable()
export class Assignments {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly engine: Engine,
    private readonly campaigns: Campaigns,
    private readonly agencies: AgencyRepository,
    private readonly projects: ProjectRepository,
    private readonly subjects: SubjectRepository,
    private readonly trail: Trail,
  ) {}

  async get(viewer: Viewer, id: string, action: Action = 'agencies.read'): Promise<AssignedEvaluation> {
    const row = await readOne<AssignedEvaluation>(this.source, { ...ASSIGNED_EVALUATION, action }, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  async check(viewer: Viewer, campaign: string, pair: Pair): Promise<Independence> {
    const { district } = await this.campaigns.get(viewer, campaign, 'evaluations.write');
    return (await this.judge(this.source.manager, campaign, district, pair)).independence;
  }

  /** Selects a project for key evaluation and assigns its agency, as long as the stage has not opened. */
  async assign(viewer: Viewer, campaign: string, pair: Pair) {
    const { district } = await this.campaigns.get(viewer, campaign, 'evaluations.write');
    const id = uuid();
    return this.source.transaction(async (manager) => {
      const stage = await this.plannedStage(manager, campaign);
      const { independence, on } = await this.permitted(manager, campaign, district, pair);
      await manager.query(
        `insert into evaluation (id, campaign_id, stage_id, project_id, agency_id, status, assignment) values ($1, $2, $3, $4, $5, 'planned', $6)`,
        [id, campaign, stage, pair.project, pair.agency, { ...independence, on }],
      );
      await this.note(manager, viewer, { id, district, type: 'assignEvaluation', detail: { ...pair, evaluation: id } });
      return { id, ...pair, stage, status: 'planned' as const, independence };
    });
  }

  /**
   * Another agency. What the former one declared stays. While the evaluation runs, a workflow hands over what is open; the agency that takes
   * over declares its own interests before it files anything.
   */
  async reassign(viewer: Viewer, id: string, to: Reassignment, key: string) {
    const before = await this.get(viewer, id, 'evaluations.write');
    const { district } = await this.campaigns.get(viewer, before.campaign, 'evaluations.write');
    if (['accepted', 'abandoned'].includes(before.status)) throw new Problem('ALREADY_CLOSED');
    if (before.status === 'planned') await this.reassignPlanned(viewer, before, district, to);
    else await this.replace(viewer, before, district, to, `${viewer.person}:${key}`);
    return this.get(viewer, id);
  }

  private async replace(viewer: Viewer, before: AssignedEvaluation, district: string, { agency, reason }: Reassignment, requestId: string) {
    const { id: evaluation, campaign, project } = before;
    const { independence, on } = await this.permitted(this.source.manager, campaign, district, { project, agency });
    const assignment = JSON.parse(JSON.stringify({ ...independence, on })) as Json;
    const input: AgencyReplacementInput = { evaluation, agency, assignment, reason, actor: viewer.person, requestId };
    await this.engine.run('agencyReplacement', agencyReplacementWorkflowId(requestId), input);
  }

  private async reassignPlanned(viewer: Viewer, before: AssignedEvaluation, district: string, { agency, reason }: Reassignment) {
    const { id } = before;
    await this.source.transaction(async (manager) => {
      const { independence, on } = await this.permitted(manager, before.campaign, district, { project: before.project, agency });
      const [, count] = await manager.query<[unknown, number]>(
        `update evaluation e set agency_id = $2, assignment = $3 from stage s
         where e.id = $1 and s.id = e.stage_id and e.status = 'planned' and s.status = 'planned'`,
        [id, agency, { ...independence, on }],
      );
      if (count === 0) throw new Problem('EVALUATION_STARTED');
      await this.note(manager, viewer, { id, district, type: 'reassignEvaluation', detail: { from: before.agency, to: agency, reason } });
    });
  }

  /** The stage of key evaluation, held as it is till the transaction ends. */
  private async plannedStage(manager: EntityManager, campaign: string): Promise<string> {
    const stages: { id: string; status: string }[] = await manager.query(
      `select id, status from stage where campaign_id = $1 and name = 'key-evaluation' order by position limit 1 for share`,
      [campaign],
    );
    if (!stages[0]) throw new Problem('UNKNOWN_STAGE', { key: 'key-evaluation' });
    if (stages[0].status !== 'planned') throw new Problem('STAGE_STARTED');
    return stages[0].id;
  }

  private async permitted(manager: EntityManager, campaign: string, district: string, pair: Pair) {
    const judged = await this.judge(manager, campaign, district, pair);
    if (!judged.independence.permitted) throw refusal(judged.name, judged.independence);
    return judged;
  }

  private async judge(manager: EntityManager, campaign: string, district: string, { project: id, agency }: Pair) {
    const registered = await this.agencies.registered(manager, agency, district);
    const rows: { policy: Partial<Policy> }[] = await manager.query(
      'select c.policy from campaign c join project p on p.district_id = c.district_id where c.id = $1 and p.id = $2',
      [campaign, id],
    );
    if (!registered || !rows[0]) throw new Problem('UNKNOWN_REFERENCE', { constraint: registered ? 'project' : 'agency' });
    const project = (await this.projects.byIds(manager, [id])).get(id)!;
    const others = await this.subjects.places(manager, id);
    const on = todayOf(this.clock);
    return {
      name: registered.name,
      on,
      independence: checkIndependence(registered, { ...project, others }, on, rows[0].policy.keyEvaluation?.assignment),
    };
  }

  private note(
    manager: EntityManager,
    viewer: Viewer,
    { id, district, type, detail }: { readonly id: string; readonly district: string; readonly type: TrailType; readonly detail: object },
  ): Promise<void> {
    return this.trail.append(manager, { stream: `evaluation/${id}`, district, actor: viewer.person, type, detail });
  }
}
