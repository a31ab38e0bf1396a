import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ExAnteContent } from '#domain/ex-ante-evaluation/content.js';
import { exAnteScore } from '#domain/ex-ante-evaluation/score.js';
import type { Grade, Policy } from '#domain/policy/policy.js';
import type { EvaluationReportContent } from '#domain/key-evaluation/content.js';
import { reportScore } from '#domain/key-evaluation/report-score.js';
import type { SelfEvaluationContent } from '#domain/self-evaluation/content.js';
import { selfScore } from '#domain/self-evaluation/score.js';
import { PROJECT_FORM, WHOLE_FORM } from '#domain/self-evaluation/self-rubric.js';
import type { KnownFigures, SelfForm } from '#domain/self-evaluation/self-rubric.js';
import { exactText, show, sum } from '#domain/score/exact.js';
import { gradeIn } from '#domain/score/grade.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { loadExAnteSubjects } from '#persistence/campaign/ex-ante-subjects.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import { WholeDepartmentRepository } from '#persistence/campaign/whole-department.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import type { SubmittedDocument } from '../parts.js';

interface Figures {
  readonly exact: string;
  readonly shown: string;
  readonly full: string;
}

/** What the form would score as it stands. `total` is null while there is no score; the sentence says why. */
export interface DraftScore {
  readonly total: (Figures & { readonly grade: Grade | null }) | null;
  readonly conclusion: 'support' | 'adjust' | 'reject' | null;
  readonly zh: string;
  readonly en: string;
  readonly lines: readonly (Figures & { name: string; indicator: number | null; zh: string; en: string })[];
  readonly explanation: unknown;
}

const ofReport = ({ scoreItems }: EvaluationReportContent, { grades }: Policy): DraftScore => {
  const { shown, exact, grade, ...explanation } = reportScore(scoreItems, grades);
  const full = exactText(sum(scoreItems.map((it) => it.fullPoints)));
  return {
    total: { exact, shown, full, grade },
    conclusion: null,
    zh: `各项得分合计 ${shown} 分（满分 ${show(full)}）${grade === null ? '' : `，等级“${grade}”`}`,
    en: `the items sum to ${shown} of ${show(full)} points${grade === null ? '' : `, grade ${grade}`}`,
    lines: scoreItems.map(({ indicator, points, fullPoints, evidence }) => ({
      ...{ name: indicator, indicator: null, exact: exactText(points), shown: show(points), full: fullPoints },
      ...{ zh: `${indicator}：${points}／${fullPoints} 分，${evidence}`, en: `${indicator}: ${points} of ${fullPoints}, ${evidence}` },
    })),
    explanation: { exact, ...explanation },
  };
};

const ofSelf = (
  content: SelfEvaluationContent,
  target: TargetContent,
  policy: Policy,
  figures: KnownFigures,
  form: SelfForm,
): DraftScore => {
  const { total, explanation } = selfScore(content, target, policy, figures, form);
  const lines = explanation.map(({ indicator, points, shown, full, zh, en }) => {
    const name = indicator === undefined ? '预算执行率' : target.indicators[indicator]!.level3;
    return { name, indicator: indicator ?? null, exact: points, shown, full, zh, en };
  });
  const { value, sentence } = total;
  return {
    total: value && { exact: value.score, shown: value.shown, full: value.full, grade: gradeIn(value.score, policy.grades) },
    conclusion: null,
    ...sentence,
    lines,
    explanation: total,
  };
};

/** The scores of forms as they are typed, by the rules that score them when they are accepted. */
@Injectable()
export class DraftScores {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly projects: ProjectRepository,
    private readonly documents: DocumentRepository,
    private readonly wholes: WholeDepartmentRepository,
  ) {}

  /** Null of a kind that is not scored, and of a self-evaluation without an approved target. The content holds the shape of its form. */
  async of(document: SubmittedDocument): Promise<DraftScore | null> {
    const scored: Partial<Record<DocumentKind, (policy: Policy) => DraftScore | null | Promise<DraftScore | null>>> = {
      'self-evaluation': (policy) => this.ofSelfEvaluation(document, policy),
      'whole-self-evaluation': (policy) => this.ofWhole(document, policy),
      'ex-ante-report': (policy) => this.ofExAnte(document, policy),
      'evaluation-draft': (policy) => ofReport(document.content as EvaluationReportContent, policy),
      'evaluation-final': (policy) => ofReport(document.content as EvaluationReportContent, policy),
    };
    const score = scored[document.kind];
    if (!score) return null;
    return score((await this.campaigns.campaign(this.source.manager, document.campaign)).policy);
  }

  private async ofSelfEvaluation({ campaign, project, content }: SubmittedDocument, policy: Policy): Promise<DraftScore | null> {
    const ids = project === null ? [] : [project];
    const targets = await this.documents.approvedByProject<TargetContent>(this.source.manager, campaign, 'target', ids);
    const target = targets.get(project ?? '')?.content;
    if (!target) return null;
    const figures = (await this.projects.byIds(this.source.manager, ids)).get(project!) ?? {};
    return ofSelf(content as SelfEvaluationContent, target, policy, figures, PROJECT_FORM);
  }

  private async ofWhole({ id, content }: SubmittedDocument, policy: Policy): Promise<DraftScore | null> {
    const subject = (await this.wholes.subjects(this.source.manager, [id])).get(id);
    return subject?.target ? ofSelf(content as SelfEvaluationContent, subject.target, policy, subject, WHOLE_FORM) : null;
  }

  private async ofExAnte({ project, content }: SubmittedDocument, policy: Policy): Promise<DraftScore> {
    const subjects = await loadExAnteSubjects(this.source.manager, project === null ? [] : [project]);
    const { value, total, explanation } = exAnteScore(content as ExAnteContent, policy, subjects.get(project ?? '')?.bodies);
    return {
      total: value && { exact: value.score, shown: value.shown, full: '100', grade: value.grade },
      conclusion: value?.conclusion ?? null,
      ...total.sentence,
      lines: explanation.map(({ dimension, points, full, explained }) => ({
        ...{ name: dimension, indicator: null, exact: points, shown: show(points), full },
        ...explained.sentence,
      })),
      explanation: total,
    };
  }
}
