import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { loadSeats } from '#persistence/campaign/seats.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import type { Acceptance } from '../obligation/effects.js';
import { commonOf } from '../stage/draft.js';
import type { Opening, StageRoom } from '../stage/room.js';

interface EvaluatedRow {
  readonly evaluation: string;
  readonly project: string;
  readonly name: string;
  readonly unit: string;
  readonly department: string;
  readonly sectorOffice: string | null;
}

/** 结果反馈: a numbered notice to each evaluated unit, with score, grade, problems and recommendations; the unit acknowledges it. */
@Injectable()
export class FeedbackRoom implements StageRoom {
  readonly name = 'feedback';
  readonly effects = { 'feedback-receipt': this.acknowledge.bind(this) };

  constructor(
    private readonly opener: ObligationOpener,
    private readonly clock: Clock,
  ) {}

  async open({ manager, stage, now }: Opening): Promise<number> {
    const { campaign } = stage;
    const seats = await loadSeats(manager, campaign.district);
    const common = commonOf(stage, 'feedback-receipt', now);
    const evaluated = await this.withoutNotice(manager, campaign.id);
    const drafts = evaluated.map((it, index) => {
      const notice = uuid();
      const number = `绩效反馈〔${String(campaign.fiscalYear)}〕${String(index + 1)}号`;
      const place = { unit: it.unit, department: it.department, sectorOffice: it.sectorOffice, agency: null };
      const documents = [{ title: `${number} ${it.name}`, project: it.project, subject: notice }];
      return {
        notice,
        number,
        evaluation: it.evaluation,
        unit: it.unit,
        draft: { ...common, title: `结果反馈：${it.name}`, place, seats: seats.of('unit', place), documents },
      };
    });
    await this.issue(manager, campaign.id, drafts, this.clock.toBusiness(now));
    return (
      await this.opener.open(
        manager,
        drafts.map(({ draft }) => draft),
        now,
      )
    ).length;
  }

  private async withoutNotice(manager: EntityManager, campaign: string): Promise<readonly EvaluatedRow[]> {
    return manager.query(
      `select e.id as evaluation, p.id as project, p.name, p.unit_id as unit, p.department_id as department, p.sector_office_id as "sectorOffice"
       from evaluation e join project p on p.id = e.project_id
       where e.campaign_id = $1 and e.status = 'accepted' and not exists (select from feedback_notice n where n.evaluation_id = e.id)
       order by p.code`,
      [campaign],
    );
  }

  private async issue(
    manager: EntityManager,
    campaign: string,
    notices: readonly { notice: string; number: string; evaluation: string; unit: string }[],
    at: number,
  ): Promise<void> {
    await manager.query(
      `insert into feedback_notice (id, campaign_id, evaluation_id, unit_id, number, issued_at)
       select n.notice, $2, n.evaluation, n.unit, n.number, $3
       from jsonb_to_recordset($1::text::jsonb) as n (notice uuid, evaluation uuid, unit uuid, number text)`,
      [JSON.stringify(notices), campaign, new Date(at).toISOString()],
    );
    await manager.query(
      `update finding f set notice_id = n.id from feedback_notice n where n.evaluation_id = f.evaluation_id and f.campaign_id = $1 and f.notice_id is null`,
      [campaign],
    );
  }

  private async acknowledge(manager: EntityManager, { documents, at }: Acceptance): Promise<void> {
    await manager.query(`update feedback_notice n set acknowledged_at = $2 from document d where d.subject_id = n.id and d.id = any ($1)`, [
      documents,
      new Date(at).toISOString(),
    ]);
  }
}
