import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canonicalHash } from '#contracts/canonical-hash.js';
import { dayOf } from '#domain/calendar/calendar.js';
import type { Json } from '#domain/json.js';
import type { SelfEvaluationContent, SpotCheckContent } from '#domain/self-evaluation/content.js';
import { selfScore } from '#domain/self-evaluation/score.js';
import { gapOf } from '#domain/comparison/gap.js';
import { drawSpotCheck } from '#domain/selection/spot-check.js';
import { gradeOf } from '#domain/score/grade.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import { ResultRepository } from '#persistence/campaign/result.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { note } from '#persistence/audit/note.js';
import type { Acceptance } from '../obligation/effects.js';
import { commonOf } from '../stage/draft.js';
import type { Opening, StageRoom } from '../stage/room.js';
import { UnitFilings } from '../stage/unit-filings.js';

/** 绩效自评 of every project; then a sample, drawn by a seed that nobody could choose, is checked by the bureau (抽查复核). */
@Injectable()
export class SelfEvaluationRoom implements StageRoom {
  readonly name = 'self-evaluation';
  readonly effects = { 'self-evaluation': this.score.bind(this), 'spot-check': this.correct.bind(this) };

  constructor(
    private readonly filings: UnitFilings,
    private readonly campaigns: CampaignRepository,
    private readonly projects: ProjectRepository,
    private readonly documents: DocumentRepository,
    private readonly results: ResultRepository,
    private readonly opener: ObligationOpener,
    private readonly clock: Clock,
  ) {}

  async open(opening: Opening, units?: readonly string[]): Promise<number> {
    return this.filings.open(opening, { kind: 'self-evaluation', label: '绩效自评', whole: false }, units);
  }

  /** The spot check opens when every self-evaluation is closed; the bureau owes it. */
  async finish({ manager, stage, now }: Opening): Promise<number> {
    const { campaign } = stage;
    const drawnBefore: unknown[] = await manager.query(`select from obligation where stage_id = $1 and kind = 'spot-check' limit 1`, [
      stage.id,
    ]);
    const scores = await this.results.byProject(manager, campaign.id, 'self-evaluation');
    if (drawnBefore.length > 0 || scores.size === 0) return 0;
    const projects = await this.projects.byIds(manager, [...scores.keys()]);
    const candidates = [...projects.values()].map(({ id, department, adjustedBudget, approvedBudget, initialBudget }) => ({
      id,
      department,
      amount: adjustedBudget ?? approvedBudget ?? initialBudget ?? '0',
    }));
    const { spotCheck } = campaign.policy.selfEvaluation;
    const origin = { method: 'trail', digest: await this.digest(manager, stage.id) } as const;
    const frozenOn = dayOf(campaign.calendar, now);
    const { listHash, seed, drawn, strata } = drawSpotCheck({ candidates, frozenOn, rule: spotCheck, origin });
    const at = new Date(this.clock.toBusiness(now));
    const entry = { stream: `campaign/${campaign.id}`, districtId: campaign.district, at, actorId: null, onBehalfOf: null };
    const detail = { ...origin, frozenOn, listHash, seed, rate: spotCheck.rate, strata: strata.map((it) => ({ ...it })) };
    await note(manager, { ...entry, type: 'spot-check-drawn', detail: { ...detail, drawn: drawn.map(({ id }) => id) } });
    const place = { unit: null, department: null, sectorOffice: null, agency: null };
    const draft = {
      ...commonOf(stage, 'spot-check', now, { due: undefined, within: spotCheck.within, chain: undefined }),
      title: '自评抽查复核',
      place,
      seats: (await loadSeats(manager, campaign.district)).of('bureau', place),
      documents: drawn.map(({ id }) => ({ title: `抽查复核：${projects.get(id)!.name}`, project: id })),
    };
    return (await this.opener.open(manager, [draft], now)).length;
  }

  /** The heads of the hash chains of all that was filed: fixed by everybody's filings together, checked by anybody. */
  private async digest(manager: EntityManager, stage: string): Promise<string> {
    const rows: { hash: string }[] = await manager.query(
      `select a.hash from obligation o join audit_entry a on a.stream = 'obligation/' || o.id and a.sequence = o.sequence
       where o.stage_id = $1 order by a.stream`,
      [stage],
    );
    return canonicalHash(rows.map(({ hash }) => hash));
  }

  private async score(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    const { policy, id: campaign } = await this.campaigns.campaign(manager, obligation.campaign_id);
    const filed = await this.documents.filed<SelfEvaluationContent>(manager, documents);
    const ids = filed.flatMap(({ project }) => (project ? [project] : []));
    const targets = await this.documents.approvedByProject<TargetContent>(manager, campaign, 'target', ids);
    const projects = await this.projects.byIds(manager, ids);
    const results = filed.flatMap(({ id, project, content }) => {
      const target = targets.get(project ?? '')?.content;
      if (!project || !content || !target) return [];
      const { value, explanation: lines, total } = selfScore(content, target, policy, projects.get(project)!);
      if (!value) return [];
      const grade = gradeOf(value.score, policy.grades);
      return [
        {
          project,
          document: id,
          score: value.shown,
          grade,
          conclusion: null,
          explanation: { rule: 'self-score', exact: value.score, lines, total },
        },
      ];
    });
    await this.results.put(manager, campaign, 'self-evaluation', at, results);
  }

  /** The bureau's score stands beside the unit's; a gap beyond the policy's tolerance makes the self-score untrue. */
  private async correct(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    const { policy, id: campaign } = await this.campaigns.campaign(manager, obligation.campaign_id);
    const scores = await this.results.byProject(manager, campaign, 'self-evaluation');
    const results = (await this.documents.filed<SpotCheckContent>(manager, documents)).flatMap(({ id, project, content }) => {
      const self = scores.get(project ?? '');
      if (!project || !content || !self) return [];
      const pair = { selfScore: self.exact, otherScore: content.correctedScore, origin: { document: `document/${id}` } };
      const { gap, beyond } = gapOf(pair, policy.selfEvaluation.spotCheck.tolerance);
      const grade = gradeOf(content.correctedScore, policy.grades);
      const conclusion = beyond ? 'untrue' : 'true';
      return [
        {
          project,
          document: id,
          score: content.correctedScore,
          grade,
          conclusion,
          explanation: { ...gap, remark: content.reason } as unknown as Json,
        },
      ];
    });
    await this.results.put(manager, campaign, 'spot-check', at, results);
  }
}
