import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { EvaluationDesk } from '#activities/key-evaluation/evaluation-desk.js';
import { ObligationStarter } from '#activities/obligation/obligation-starter.js';
import type { Action } from '#contracts/api/actions.js';
import { Problem } from '#contracts/errors/problem.js';
import type { TrailType } from '#contracts/trail-type.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import { QuestionnaireRepository } from '#persistence/campaign/questionnaire.repository.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { QUESTIONNAIRE_LIST, WHOLE_QUESTIONNAIRE } from '#persistence/reading/questionnaires.js';
import { Clock } from '#platform/clock.js';
import { Trail } from '../http/trail.js';
import { Assignments } from './assignments.js';

export interface WholeQuestionnaire {
  readonly id: string;
  readonly evaluation: string;
  readonly status: 'drafting' | 'open' | 'closed';
  readonly title: string;
}

interface Distribution {
  readonly recipients: string;
  readonly channel: string;
  readonly copies: number;
  readonly on: string;
}

/** 调查问卷: drawn up by the agency as a document that the bureau approves, then handed out. What comes back stands in `Respondents`. */
@Injectable()
export class Questionnaires {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly assignments: Assignments,
    private readonly evaluations: EvaluationRepository,
    private readonly questionnaires: QuestionnaireRepository,
    private readonly desk: EvaluationDesk,
    private readonly starter: ObligationStarter,
    private readonly trail: Trail,
  ) {}

  list = (viewer: Viewer, query: ListQuery) => readList(this.source, QUESTIONNAIRE_LIST, viewer, query);

  async get(viewer: Viewer, id: string, action: Action = 'questionnaires.read'): Promise<WholeQuestionnaire> {
    const row = await readOne<WholeQuestionnaire>(this.source, { ...WHOLE_QUESTIONNAIRE, action }, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  /** The agency owes the questionnaire by the day. Asked again under the same key it answers the same. */
  async open(viewer: Viewer, evaluation: string, { title, dueOn }: { readonly title: string; readonly dueOn: string }, key: string) {
    await this.assignments.get(viewer, evaluation, 'questionnaires.write');
    const requestId = `${viewer.person}:${key}`;
    const opened = await this.source.transaction(async (manager) => {
      const row = await this.evaluations.lock(manager, evaluation);
      const before = await this.questionnaires.byRequest(manager, requestId);
      if (before) return before;
      if (row.status !== 'draft') throw new Problem('NOT_DRAFTING');
      const [id, document] = [uuid(), uuid()];
      const work = { kind: 'questionnaire', title: `调查问卷：${title}`, dueOn, subject: id, document } as const;
      const { obligations, campaign } = await this.desk.open(manager, row, [work]);
      const askedAt = new Date(this.clock.now());
      await this.questionnaires.put(manager, {
        id,
        evaluation,
        title,
        obligation: obligations[0]!,
        askedBy: viewer.person,
        requestId,
        askedAt,
      });
      await this.note(manager, viewer, evaluation, campaign.district, 'openQuestionnaire', { questionnaire: id, title, dueOn });
      return { id, obligation: obligations[0]! };
    });
    await this.starter.start([opened.obligation]);
    const { document } = (await this.get(viewer, opened.id)) as WholeQuestionnaire & { readonly document: string };
    return { ...opened, document };
  }

  async distribute(viewer: Viewer, id: string, it: Distribution, key: string): Promise<WholeQuestionnaire> {
    const requestId = `${viewer.person}:${key}`;
    await this.change(viewer, id, 'recordDistribution', async (manager) => {
      await manager.query(
        `insert into questionnaire_distribution
           (id, questionnaire_id, recipients, channel, copies, on_day, recorded_by, recorded_at, request_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint questionnaire_distribution_request_uk do nothing`,
        [uuid(), id, it.recipients, it.channel, it.copies, it.on, viewer.person, new Date(this.clock.now()), requestId],
      );
      return it;
    });
    return this.get(viewer, id);
  }

  /**
   * A change of a questionnaire that takes answers; what it answers stands in the evaluation's trail.
   * @throws Problem QUESTIONNAIRE_NOT_OPEN
   */
  async change(viewer: Viewer, id: string, type: TrailType, work: (manager: EntityManager) => Promise<object>): Promise<void> {
    await this.get(viewer, id, 'questionnaires.write');
    await this.source.transaction(async (manager) => {
      const row = await this.questionnaires.lock(manager, id, 'update');
      if (!row?.content || row.closed) throw new Problem('QUESTIONNAIRE_NOT_OPEN');
      const detail = await work(manager);
      const districts: { id: string }[] = await manager.query('select district_id as id from campaign where id = $1', [row.campaign]);
      await this.note(manager, viewer, row.evaluation, districts[0]!.id, type, { questionnaire: id, ...detail });
    });
  }

  private note(manager: EntityManager, { person }: Viewer, evaluation: string, district: string, type: TrailType, detail: object) {
    return this.trail.append(manager, { stream: `evaluation/${evaluation}`, district, actor: person, type, detail });
  }
}
