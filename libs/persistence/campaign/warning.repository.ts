import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Json } from '#domain/json.js';
import type { WarningColour } from '#domain/policy/policy.js';

export interface WarningDraft {
  readonly project: string;
  readonly report: string;
  readonly rule: string;
  readonly colour: WarningColour;
  readonly explanation: Json;
  /** The document with which the unit answers; null for a warning that informs only. */
  readonly answer: string | null;
}

@Injectable()
export class WarningRepository {
  async put(manager: EntityManager, campaign: string, at: number, warnings: readonly WarningDraft[]): Promise<void> {
    if (warnings.length === 0) return;
    await manager.query(
      `insert into warning (id, campaign_id, project_id, report_id, rule, colour, explanation, answer_id, status, at)
       select w.id, $2, w.project, w.report, w.rule, w.colour, w.explanation, w.answer,
         case when w.answer is null then 'informed' else 'open' end, $3
       from jsonb_to_recordset($1::text::jsonb)
         as w (id uuid, project uuid, report uuid, rule text, colour text, explanation jsonb, answer uuid)
       on conflict on constraint warning_uk do nothing`,
      [JSON.stringify(warnings.map((it) => ({ ...it, id: uuid() }))), campaign, new Date(at).toISOString()],
    );
  }

  async answered(manager: EntityManager, documents: readonly string[]): Promise<void> {
    await manager.query(`update warning set status = 'answered' where answer_id = any ($1)`, [documents]);
  }
}
