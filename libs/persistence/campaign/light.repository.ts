import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MonitoringResult } from '#domain/monitoring/warnings.js';
import type { Day } from '#domain/policy/policy.js';
import type { Ground } from './warning.repository.js';

export interface LightDraft {
  readonly project: string;
  readonly ground: Ground;
  /** The day up to which its figures are reported. */
  readonly asOf: Day;
  readonly result: MonitoringResult;
}

export interface LightRow {
  readonly asOf: Day;
  /** Rules that warned when the light was lit. */
  readonly raised: readonly string[];
}

/** 亮灯: the light that a project shows, by its newest figures; what warned earlier stays among the warnings. */
@Injectable()
export class LightRepository {
  /** Figures of an earlier day do not change the light. */
  async put(manager: EntityManager, campaign: string, at: number, lights: readonly LightDraft[]): Promise<void> {
    if (lights.length === 0) return;
    const rows = lights.map(({ project, ground, asOf, result: { light, warnings, undecided } }) => ({
      project_id: project,
      as_of: asOf,
      light: light.value,
      explanation: light,
      raised: warnings.map(({ id }) => id),
      undecided,
      report_id: ground.report,
      figure_id: ground.figure,
    }));
    const columns = 'project_id, as_of, light, explanation, raised, undecided, report_id, figure_id';
    await manager.query(
      `insert into monitoring_light (campaign_id, at, ${columns})
       select $2, $3, ${columns} from jsonb_populate_recordset(null::monitoring_light, $1::text::jsonb)
       on conflict on constraint monitoring_light_pk do update set as_of = excluded.as_of, light = excluded.light,
         explanation = excluded.explanation, raised = excluded.raised, undecided = excluded.undecided, report_id = excluded.report_id,
         figure_id = excluded.figure_id, at = excluded.at
       where monitoring_light.as_of <= excluded.as_of`,
      [JSON.stringify(rows), campaign, new Date(at).toISOString()],
    );
  }

  async byProject(manager: EntityManager, campaign: string, projects: readonly string[]): Promise<ReadonlyMap<string, LightRow>> {
    const rows: (LightRow & { project: string })[] = await manager.query(
      `select project_id as project, as_of::text as "asOf", raised from monitoring_light where campaign_id = $1 and project_id = any ($2)`,
      [campaign, projects],
    );
    return new Map(rows.map((row) => [row.project, row]));
  }
}
