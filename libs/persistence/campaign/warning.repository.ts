import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Json } from '#domain/json.js';
import type { WarningColour } from '#domain/policy/policy.js';

/** What a warning or a light rests on: a unit's report, or a figure that was fed. */
export type Ground = { readonly report: string; readonly figure: null } | { readonly report: null; readonly figure: string };

export interface WarningDraft {
  readonly project: string;
  readonly ground: Ground;
  readonly rule: string;
  readonly colour: WarningColour;
  readonly explanation: Json;
  /** The project is monitored once more because of it (二次监控). */
  readonly secondRound: boolean;
  /** The document with which the unit answers; null for a warning that informs only. */
  readonly answer: string | null;
}

/** Why a project is monitored once more: the rule that flagged it, with its sentence. */
export interface Flag {
  readonly project: string;
  readonly rule: string;
  readonly zh: string;
  readonly en: string;
}

@Injectable()
export class WarningRepository {
  async put(manager: EntityManager, campaign: string, at: number, warnings: readonly WarningDraft[]): Promise<void> {
    if (warnings.length === 0) return;
    const rows = warnings.map(({ ground, secondRound, ...it }) => ({ ...it, ...ground, second_round: secondRound, id: uuid() }));
    await manager.query(
      `insert into warning (id, campaign_id, project_id, report_id, figure_id, rule, colour, explanation, second_round, answer_id, status, at)
       select w.id, $2, w.project, w.report, w.figure, w.rule, w.colour, w.explanation, w.second_round, w.answer,
         case when w.answer is null then 'informed' else 'open' end, $3
       from jsonb_to_recordset($1::text::jsonb)
         as w (id uuid, project uuid, report uuid, figure uuid, rule text, colour text, explanation jsonb, second_round boolean, answer uuid)
       on conflict do nothing`,
      [JSON.stringify(rows), campaign, new Date(at).toISOString()],
    );
  }

  async answered(manager: EntityManager, documents: readonly string[]): Promise<void> {
    await manager.query(`update warning set status = 'answered' where answer_id = any ($1)`, [documents]);
  }

  /** Projects that a warning of the year has flagged for a second round, each rule once, with its newest sentence; of one project when it is given. */
  async flagged(manager: EntityManager, campaign: string, project: string | null = null): Promise<readonly Flag[]> {
    return manager.query(
      `select distinct on (project_id, rule) project_id as project, rule, explanation -> 'sentence' ->> 'zh' as zh,
         explanation -> 'sentence' ->> 'en' as en
       from warning where campaign_id = $1 and second_round and ($2::uuid is null or project_id = $2) order by project_id, rule, at desc`,
      [campaign, project],
    );
  }
}
