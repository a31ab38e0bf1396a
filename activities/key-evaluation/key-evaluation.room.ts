import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { evaluationWorkflowId, stageWorkflowId } from '#contracts/campaign/campaign.contract.js';
import { commentLedger } from '#domain/key-evaluation/comment-ledger.js';
import type { Json } from '#domain/json.js';
import type { EvaluationReportContent } from '#domain/key-evaluation/content.js';
import type { RaterRules } from '#domain/key-evaluation/ratings.js';
import { pointSources } from '#domain/key-evaluation/scoring-sheet.js';
import { reportScore } from '#domain/key-evaluation/report-score.js';
import { gradeOf } from '#domain/score/grade.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { DataRequestRepository } from '#persistence/campaign/data-request.repository.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import { QuestionnaireRepository } from '#persistence/campaign/questionnaire.repository.js';
import { ResultRepository } from '#persistence/campaign/result.repository.js';
import { ScoringRepository } from '#persistence/campaign/scoring.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import type { Acceptance } from '../obligation/effects.js';
import type { Opening, PartWorkflow, StageRoom } from '../stage/room.js';

/** 重点绩效评价: one workflow for each project that was selected and assigned to an agency. Grades are computed here, never typed. */
@Injectable()
export class KeyEvaluationRoom implements StageRoom {
  readonly name = 'key-evaluation';
  readonly effects = {
    'evaluation-final': this.conclude.bind(this),
    'data-reply': this.replied.bind(this),
    questionnaire: this.approved.bind(this),
  };

  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly evaluations: EvaluationRepository,
    private readonly documents: DocumentRepository,
    private readonly results: ResultRepository,
    private readonly requests: DataRequestRepository,
    private readonly questionnaires: QuestionnaireRepository,
    private readonly scoring: ScoringRepository,
  ) {}

  async open({ manager, stage }: Opening): Promise<number> {
    return (await this.evaluations.ofStage(manager, stage.id)).length;
  }

  async partWorkflows({ manager, stage }: Omit<Opening, 'now'>): Promise<readonly PartWorkflow[]> {
    const parent = stageWorkflowId(stage.campaign.id, stage.key);
    return (await this.evaluations.ofStage(manager, stage.id)).map(({ id }) => ({
      type: 'keyEvaluation',
      id: evaluationWorkflowId(id),
      input: { evaluation: id, parent },
    }));
  }

  async openPartWorkflows({ manager, stage }: Omit<Opening, 'now'>): Promise<number> {
    const evaluations = await this.evaluations.ofStage(manager, stage.id);
    return evaluations.filter(({ status }) => !['accepted', 'abandoned'].includes(status)).length;
  }

  /** The final report is accepted: its score, the grade by the policy's bands, and its problems as findings. */
  private async conclude(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    const { policy } = await this.campaigns.campaign(manager, obligation.campaign_id);
    for (const { id, project, subject, content } of await this.documents.filed<EvaluationReportContent>(manager, documents)) {
      if (!content || !project || !subject) continue;
      const { rule, exact, shown: score, items, bands } = reportScore(content.scoreItems, policy.grades);
      const grade = gradeOf(exact, bands);
      await this.evaluations.conclude(manager, subject, score, grade);
      await this.evaluations.putFindings(manager, subject, obligation.campaign_id, content.problems, content.recommendations);
      await this.keepLedger(manager, subject, content);
      const explanation = { rule, exact, items, bands, ...(await this.sources(manager, subject, policy.keyEvaluation?.scoring)) };
      await this.results.put(manager, obligation.campaign_id, 'evaluation', at, [
        { project, document: id, score, grade, conclusion: null, explanation },
      ]);
    }
  }

  /** What the points of the draft rested on: questionnaires and raters, each with its explanation. Nothing where there are neither. */
  private async sources(manager: EntityManager, evaluation: string, rules: RaterRules | undefined): Promise<{ sources?: Json }> {
    const known = await this.scoring.known(manager, evaluation);
    const plan = (await this.evaluations.filedParts(manager, [evaluation])).get(evaluation)?.plan;
    const given = pointSources({ ...known, indicators: plan?.indicators ?? [], ...(rules ? { rules } : {}) });
    return given.length === 0 ? {} : { sources: JSON.parse(JSON.stringify(given)) as Json };
  }

  private approved(manager: EntityManager, { documents, at }: Acceptance): Promise<void> {
    return this.questionnaires.approve(manager, documents, at);
  }

  private replied(manager: EntityManager, { documents, at }: Acceptance): Promise<void> {
    return this.requests.answered(manager, documents, at);
  }

  /** Every comment with its answer and every changed score with its reason; there is no draft where an earlier release has taken it. */
  private async keepLedger(manager: EntityManager, evaluation: string, final: EvaluationReportContent): Promise<void> {
    const parts = (await this.evaluations.filedParts(manager, [evaluation])).get(evaluation);
    if (!parts?.draft) return;
    await this.evaluations.putLedger(manager, evaluation, commentLedger(parts.draft, parts.comment, final).entries);
  }
}
