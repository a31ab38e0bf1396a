import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { evaluationWorkflowId } from '#contracts/campaign/campaign.contract.js';
import type { EvaluationActivities, EvaluationPart } from '#contracts/campaign/campaign.contract.js';
import { titleOf } from '#domain/key-evaluation/evaluation-type.js';
import type { PlannedStage } from '#domain/policy/policy.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import type { EvaluationRow } from '#persistence/campaign/evaluation.repository.js';
import { NoticeRepository } from '#persistence/campaign/notice.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { ObligationDraft, Place } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { ObligationStarter } from '../obligation/obligation-starter.js';
import { commonOf } from '../stage/draft.js';
import { beginningOf } from './beginning.js';

interface PartPlan {
  readonly kind: DocumentKind;
  readonly label: string;
  readonly debtor: 'agency' | 'unit';
  /** How the part's time limit follows from the stage's plan. */
  readonly time: (plan: PlannedStage) => Partial<PlannedStage>;
}

interface NewPart {
  readonly part: EvaluationPart;
  readonly document: string;
  readonly now: number;
}

const dueOrWithin = (due: string | undefined, within: number): Partial<PlannedStage> => (due === undefined ? { within } : { due });

const PARTS: Readonly<Record<EvaluationPart, PartPlan>> = {
  plan: { kind: 'evaluation-plan', label: '评价方案', debtor: 'agency', time: ({ planDue }) => dueOrWithin(planDue, 10) },
  draft: {
    kind: 'evaluation-draft',
    label: '评价报告（初稿）',
    debtor: 'agency',
    time: ({ draftDue, due }) => dueOrWithin(draftDue ?? due, 40),
  },
  comment: { kind: 'evaluation-comment', label: '征求意见', debtor: 'unit', time: ({ commentWindow }) => ({ within: commentWindow ?? 5 }) },
  final: { kind: 'evaluation-final', label: '评价报告', debtor: 'agency', time: ({ finalWithin }) => ({ within: finalWithin ?? 5 }) },
};

/** What the agency works on its principal sees, and not yet the unit that is evaluated, nor those above it. */
const hidden = ({ agency }: Place): Place => ({ unit: null, department: null, sectorOffice: null, agency });

@Injectable()
export class KeyEvaluationActivitiesProvider implements EvaluationActivities {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly evaluations: EvaluationRepository,
    private readonly notices: NoticeRepository,
    private readonly opener: ObligationOpener,
    private readonly starter: ObligationStarter,
    private readonly clock: Clock,
  ) {}

  async openEvaluationPart({ evaluation: id, part, now }: { evaluation: string; part: EvaluationPart; now: number }): Promise<string> {
    const obligation = await this.source.transaction(async (manager) => {
      const evaluation = await this.evaluations.lock(manager, id);
      const before = await this.opened(manager, id, part);
      if (before) return before;
      await this.evaluations.enter(manager, id, part, this.clock.toBusiness(now));
      if (part === 'comment') await this.evaluations.share(manager, evaluation, PARTS.draft.kind);
      const stage = await this.campaigns.stage(manager, evaluation.stage);
      const document = uuid();
      const [opened] = await this.opener.open(manager, [await this.draftOf(manager, stage, evaluation, { part, document, now })], now);
      await this.begin(manager, stage, evaluation, { part, document, now });
      return opened!;
    });
    await this.starter.start([obligation]);
    return obligation;
  }

  async closeEvaluation({ evaluation, now, accepted }: { evaluation: string; now: number; accepted: boolean }): Promise<void> {
    await this.evaluations.close(this.source.manager, evaluation, accepted, this.clock.toBusiness(now));
  }

  private async opened(manager: EntityManager, evaluation: string, part: EvaluationPart): Promise<string | undefined> {
    const rows: { id: string }[] = await manager.query('select id from obligation where parent = $1 and kind = $2', [
      evaluationWorkflowId(evaluation),
      PARTS[part].kind,
    ]);
    return rows[0]?.id;
  }

  /** Writes what is on record already into the new document. */
  private async begin(manager: EntityManager, { campaign }: StageRow, { id, type }: EvaluationRow, { part, document, now }: NewPart) {
    const filed = (await this.evaluations.filedParts(manager, [id])).get(id) ?? { plan: null, draft: null, comment: null };
    const content = beginningOf(part, { type, policy: campaign.policy, filed });
    if (content) await this.notices.prefill(manager, [{ document, content }], this.clock.toBusiness(now));
  }

  private async draftOf(
    manager: EntityManager,
    stage: StageRow,
    evaluation: EvaluationRow,
    { part, document, now }: NewPart,
  ): Promise<ObligationDraft> {
    const { kind, label, debtor, time } = PARTS[part];
    const seats = await loadSeats(manager, stage.campaign.district);
    const { project, projectName, type } = evaluation;
    const title = titleOf(type, label, projectName);
    const place = debtor === 'agency' ? hidden(evaluation.place) : evaluation.place;
    return {
      ...commonOf(stage, kind, now, {
        due: undefined,
        within: undefined,
        ...(part === 'comment' ? { chain: undefined } : { silence: 'none' }),
        ...time(stage.plan),
      }),
      parent: evaluationWorkflowId(evaluation.id),
      title,
      place,
      seats: seats.of(debtor, evaluation.place),
      documents: [{ id: document, title, project, subject: evaluation.id }],
    };
  }
}
