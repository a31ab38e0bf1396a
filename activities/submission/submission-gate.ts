import type { DataSource, EntityManager } from 'typeorm';
import type { FieldError, ProblemCode, Remark } from '#contracts/errors/problem.js';
import { needsExAnte } from '#domain/ex-ante-evaluation/score.js';
import type { Policy } from '#domain/policy/policy.js';
import type { SelfEvaluationContent } from '#domain/self-evaluation/content.js';
import { selfScore } from '#domain/self-evaluation/score.js';
import { PROJECT_FORM, WHOLE_FORM } from '#domain/self-evaluation/self-rubric.js';
import type { KnownFigures, SelfForm } from '#domain/self-evaluation/self-rubric.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import type { ProjectRow } from '#persistence/campaign/project.repository.js';
import { ResultRepository } from '#persistence/campaign/result.repository.js';
import { WholeDepartmentRepository } from '#persistence/campaign/whole-department.repository.js';
import type { WholeSubject } from '#persistence/campaign/whole-department.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { feedbackGate } from '../feedback/feedback-gate.js';
import { evaluationGate } from '../key-evaluation/evaluation-gate.js';
import { rulingGate } from '../objection/ruling-gate.js';
import { rectificationGate } from '../rectification/rectification-gate.js';
import { gatesOf } from './gates.js';
import type { Judge, Submitted } from './gates.js';
import { exAnteGate } from './ex-ante-gate.js';
import { missingFields } from './required-fields.js';
import { spotCheckGate } from './spot-check-gate.js';
import { targetQuality } from './target-quality.js';

/** What there is to say of a document: why it is refused, if it is, and what is remarked without refusing it. */
interface Answer {
  readonly document: string;
  readonly code?: ProblemCode;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldError[];
  readonly remarks?: readonly Remark[];
}

/** What the rules of a stage ask about, loaded once for all documents of a campaign. */
interface Known {
  readonly policy: Policy;
  readonly projects: ReadonlyMap<string, ProjectRow>;
  readonly exAnte: ReadonlyMap<string, { readonly conclusion: string | null }>;
  readonly targets: ReadonlyMap<string, { readonly content: TargetContent | null }>;
  /** Units as a whole, by document. */
  readonly wholes: ReadonlyMap<string, WholeSubject>;
}

type StageJudge = Judge<Submitted, Known, Answer>;

const notAccepted = (document: string, errors: readonly FieldError[]): Answer | null =>
  errors.length === 0 ? null : { document, code: 'NOT_ACCEPTED', errors };

/** 事前绩效评估 comes first where the policy wants it; then the automatic quality checks, before anybody reads. */
const judgeTarget: StageJudge = ({ id, content, project: projectId }, { policy, projects, exAnte, targets }) => {
  const project = projects.get(projectId ?? '');
  const amount = project?.adjustedBudget ?? project?.initialBudget ?? '0';
  if (project && needsExAnte({ isNew: project.attribute === 'new', amount }, policy)) {
    const conclusion = exAnte.get(project.id)?.conclusion;
    if (conclusion === undefined)
      return { document: id, code: 'EX_ANTE_MISSING', details: { threshold: policy.exAnteEvaluation.threshold } };
    if (conclusion === 'reject') return { document: id, code: 'EX_ANTE_REJECTED' };
  }
  const missing = missingFields(content as TargetContent, project ? 'project' : 'wholeDepartment', policy);
  const { errors, remarks } = targetQuality(content as TargetContent, policy, project, targets.get(projectId ?? '')?.content);
  return { ...(notAccepted(id, [...missing, ...errors]) ?? { document: id }), ...(remarks.length > 0 ? { remarks } : {}) };
};

const judgeSelf = (
  { id, content }: Submitted,
  target: TargetContent | null | undefined,
  policy: Policy,
  figures: KnownFigures | undefined,
  form: SelfForm,
): Answer | null => {
  if (!target) return { document: id, code: 'TARGET_NOT_APPROVED' };
  const { missing } = selfScore(content as SelfEvaluationContent, target, policy, figures, form);
  return notAccepted(
    id,
    missing.map(({ path, zh, en }) => ({ path, code: 'missing-reason', zh, en })),
  );
};

/** Every unmet target carries its reason, or there is no score. */
const judgeSelfEvaluation: StageJudge = (it, { policy, targets, projects }) =>
  judgeSelf(it, targets.get(it.project ?? '')?.content, policy, projects.get(it.project ?? ''), PROJECT_FORM);

/** 部门整体: by the target of the unit as a whole; what was not met carries its reason and its correction. */
const judgeWhole: StageJudge = (it, { policy, wholes }) => {
  const subject = wholes.get(it.id);
  return judgeSelf(it, subject?.target, policy, subject, WHOLE_FORM);
};

const JUDGES = {
  target: judgeTarget,
  'self-evaluation': judgeSelfEvaluation,
  'whole-self-evaluation': judgeWhole,
} satisfies Partial<Record<DocumentKind, StageJudge>>;

const load = async (manager: EntityManager, campaign: string, documents: readonly Submitted[]): Promise<Known> => {
  const ids = documents.flatMap(({ project }) => project ?? []);
  const { policy } = await new CampaignRepository().campaign(manager, campaign);
  return {
    policy,
    projects: await new ProjectRepository().byIds(manager, ids),
    exAnte: await new ResultRepository().byProject(manager, campaign, 'ex-ante'),
    wholes: await new WholeDepartmentRepository().subjects(
      manager,
      documents.map(({ id }) => id),
    ),
    targets: await new DocumentRepository().approvedByProject<TargetContent>(manager, campaign, 'target', ids),
  };
};

/** What each stage demands of a document beyond its form before it may be submitted, by the campaign's frozen policy. */
export const submissionGate = (source: DataSource) => ({
  ...gatesOf(JUDGES, async (campaign, documents: readonly Submitted[]) => {
    const known = await load(source.manager, campaign, documents);
    return () => known;
  }),
  ...exAnteGate(source),
  ...evaluationGate(source),
  ...feedbackGate(source),
  ...rectificationGate(source),
  ...rulingGate(source),
  ...spotCheckGate(source),
});
