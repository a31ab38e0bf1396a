import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DecidedProject, LetterSums } from '#domain/budget-linkage/letter.js';
import type { LetterDraft } from './letter-serial.js';

/** Decisions that hold and that no letter has told yet, of one department. */
export interface UntoldDepartment {
  readonly department: string;
  readonly name: string;
  readonly decided: readonly DecidedProject[];
}

export interface LinkageDocumentDraft extends LetterDraft {
  readonly sums: LetterSums;
  readonly text: string;
  readonly hash: string;
}

/** 结果应用通知: letters are written once and never changed. */
@Injectable()
export class LinkageDocumentRepository {
  /** Departments in the order of their codes, projects by theirs. */
  async untold(manager: EntityManager, campaign: string): Promise<readonly UntoldDepartment[]> {
    return manager.query(
      `select u.id as department, u.name, jsonb_agg(jsonb_build_object('code', p.code, 'name', p.name, 'unit', w.name, 'treatment',
         l.decided_treatment, 'before', l.base_amount::text, 'after', l.decided_amount::text, 'reason', l.reason) order by p.code) as decided
       from linkage_proposal l join project p on p.id = l.project_id join budget_unit w on w.id = p.unit_id join budget_unit u on u.id = p.department_id
       where l.campaign_id = $1 and l.carried_at is not null
         and not exists (select from linkage_document x where x.campaign_id = l.campaign_id and x.department_id = u.id)
       group by u.id order by u.code`,
      [campaign],
    );
  }

  async insert(manager: EntityManager, drafts: readonly LinkageDocumentDraft[]): Promise<void> {
    const rows = drafts.map((it) => ({
      ...{ id: it.id, district_id: it.district, campaign_id: it.campaign, department_id: it.department, year: it.year, serial: it.serial },
      ...{ number: it.number, issuer: it.issuer, issued_on: it.issuedOn, issued_at: it.issuedAt, text: it.text, hash: it.hash },
      ...{ projects: it.sums.projects, before_amount: it.sums.before, after_amount: it.sums.after },
    }));
    await manager.query('insert into linkage_document select * from jsonb_populate_recordset(null::linkage_document, $1::text::jsonb)', [
      JSON.stringify(rows),
    ]);
  }
}
