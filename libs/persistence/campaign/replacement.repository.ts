import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Json } from '#domain/json.js';
import type { ObligationState, Person } from '#domain/obligation/state.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';

/** An open obligation of an evaluation, and who sits in it. */
export interface EvaluationWork {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly seats: ObligationState['seats'];
}

/** What a document of the evaluation is about: the evaluation itself, one of its questionnaires or data requests. */
const OF_EVALUATION = `(d.subject_id = $1 or d.subject_id in (select id from questionnaire where evaluation_id = $1
  union all select id from data_request where evaluation_id = $1))`;

const OF_AGENCY = `exists (select from role_grant g where g.person_id = %person% and g.role = 'agency' and g.agency_id = $2)`;
const from = (person: string): string => OF_AGENCY.replace('%person%', person);

/** 改派机构: an evaluation with all that was written for it passes to another agency. */
@Injectable()
export class ReplacementRepository {
  async isDone(manager: EntityManager, evaluation: string, requestId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(`select 1 from audit_entry where stream = $1 and detail ->> 'request' = $2 limit 1`, [
      `evaluation/${evaluation}`,
      requestId,
    ]);
    return rows.length > 0;
  }

  /** The evaluation and its documents are the new agency's, whoever wrote them; raters of the former one count no longer. */
  async write(
    manager: EntityManager,
    evaluation: string,
    { former, agency, assignment, at }: { readonly former: string; readonly agency: string; readonly assignment: Json; readonly at: Date },
  ): Promise<void> {
    await manager.query(
      `update evaluation e set agency_id = $3, assignment = $4::text::jsonb, lead_id = case when ${from('e.lead_id')} then null else e.lead_id end
       where e.id = $1`,
      [evaluation, former, agency, JSON.stringify(assignment)],
    );
    await manager.query(
      `update obligation o set agency_id = $3 where o.agency_id = $2
         and exists (select from document d where d.obligation_id = o.id and ${OF_EVALUATION})`,
      [evaluation, former, agency],
    );
    await manager.query(`update document d set agency_id = $3 where d.agency_id = $2 and ${OF_EVALUATION}`, [evaluation, former, agency]);
    await manager.query(
      `update evaluation_rater r set withdrawn_at = $3 where r.evaluation_id = $1 and r.withdrawn_at is null and ${from('r.person_id')}`,
      [evaluation, former, at],
    );
  }

  async people(manager: EntityManager, agencies: readonly string[]): Promise<readonly Person[]> {
    const rows: { id: string }[] = await manager.query(
      `select distinct p.id from role_grant g join person p on p.id = g.person_id and p.active where g.agency_id = any ($1) and g.role = 'agency'`,
      [agencies],
    );
    return rows.map(({ id }) => id);
  }

  async openWork(manager: EntityManager, evaluation: string): Promise<readonly EvaluationWork[]> {
    return manager.query(
      `select o.id, o.kind, o.terms -> 'seats' as seats from obligation o where o.status = 'open'
         and exists (select from document d where d.obligation_id = o.id and ${OF_EVALUATION}) order by o.id`,
      [evaluation],
    );
  }

  /** Open sheets of raters who count no longer. */
  async withdrawnSheets(
    manager: EntityManager,
    evaluation: string,
  ): Promise<readonly { readonly obligation: string; readonly document: string }[]> {
    return manager.query(
      `select d.obligation_id as obligation, d.id as document from evaluation_rater r join document d on d.id = r.document_id
       where r.evaluation_id = $1 and r.withdrawn_at is not null and d.status in ('open', 'returned', 'in-review') order by d.id`,
      [evaluation],
    );
  }

  /** Where it is evaluated, and by whom now. */
  async place(manager: EntityManager, evaluation: string): Promise<{ readonly district: string; readonly place: Place }> {
    const rows: { district: string; place: Place }[] = await manager.query(
      `select p.district_id as district, jsonb_build_object('unit', p.unit_id, 'department', p.department_id,
         'sectorOffice', p.sector_office_id, 'agency', e.agency_id) as place
       from evaluation e join project p on p.id = e.project_id where e.id = $1`,
      [evaluation],
    );
    return rows[0]!;
  }
}
