import type { DataSource, EntityManager } from 'typeorm';
import { commentLedger } from '#domain/key-evaluation/comment-ledger.js';
import type { EvaluationPlanContent, EvaluationReportContent, RatingContent } from '#domain/key-evaluation/content.js';
import { planProblems, systemProblems } from '#domain/key-evaluation/indicator-system.js';
import type { EvaluationProblem } from '#domain/key-evaluation/problem.js';
import { sheetProblems } from '#domain/key-evaluation/rating-sheet.js';
import { ratedIndicators, scoringProblems } from '#domain/key-evaluation/scoring-sheet.js';
import type { ScoringKnown } from '#domain/key-evaluation/scoring-sheet.js';
import { paperProblems } from '#domain/key-evaluation/working-papers.js';
import type { KeyEvaluationPolicy } from '#domain/policy/key-evaluation-policy.js';
import type { Policy } from '#domain/policy/policy.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { AgencyRepository } from '#persistence/campaign/agency.repository.js';
import type { DeclarationRow } from '#persistence/campaign/agency.repository.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import type { FiledParts } from '#persistence/campaign/evaluation.repository.js';
import { ScoringRepository } from '#persistence/campaign/scoring.repository.js';
import { gatesOf } from '../submission/gates.js';
import type { Judge, Submitted } from '../submission/gates.js';
import { notAccepted } from './not-accepted.js';
import type { Answer } from './not-accepted.js';
import { questionnaireGate } from './questionnaire-gate.js';
import { reconciled } from './reconciled.js';
import { replyGate } from './reply-gate.js';

interface Known {
  readonly policy: KeyEvaluationPolicy;
  readonly grades: Policy['grades'];
  readonly parts: FiledParts;
  readonly declaration: DeclarationRow | undefined;
  readonly scoring: ScoringKnown;
}

type EvaluationJudge = Judge<Submitted, Known, Answer>;

const leadProblems = ({ leadEvaluator }: EvaluationPlanContent, declared: DeclarationRow | undefined): EvaluationProblem[] => {
  if (!declared || declared.leadEvaluator === leadEvaluator) return [];
  const [zh, en] = [`声明的主评人为“${declared.leadEvaluator}”`, `the lead evaluator who was declared is "${declared.leadEvaluator}"`];
  return [{ path: 'leadEvaluator', code: 'lead-evaluator-differs', zh, en }];
};

/** The declaration of interests where the policy wants it, of the agency that is assigned now. */
const undeclared = (id: string, { policy, declaration }: Known): Answer | null => {
  if (policy.assignment?.declaration && !declaration) return { document: id, code: 'DECLARATION_MISSING' };
  return declaration && declaration.interests.length > 0 ? { document: id, code: 'INTEREST_DECLARED' } : null;
};

/** First the declaration, then the indicator system. */
const judgePlan: EvaluationJudge = ({ id, content }, known) => {
  const plan = content as EvaluationPlanContent;
  const problems = () => [...leadProblems(plan, known.declaration), ...planProblems(plan, known.policy.leastResults)];
  return undeclared(id, known) ?? notAccepted(id, problems());
};

const reportProblems = (report: EvaluationReportContent, { policy, parts: { plan } }: Known): readonly EvaluationProblem[] => [
  ...(plan ? systemProblems(plan, report) : []),
  ...paperProblems(report, policy.workingPapers ?? false),
];

/** The draft takes over what questionnaires and raters give. */
const judgeDraft: EvaluationJudge = ({ id, content }, known) => {
  const draft = content as EvaluationReportContent;
  const problems = () => [...reportProblems(draft, known), ...scoringProblems(known.scoring, draft)];
  return reconciled(id, draft, known, undeclared(id, known) ?? notAccepted(id, problems()));
};

/** The final report answers every comment and gives a reason for every score that differs from the draft. */
const judgeFinal: EvaluationJudge = ({ id, content }, known) => {
  const final = content as EvaluationReportContent;
  const { draft, comment } = known.parts;
  const ledger = draft ? commentLedger(draft, comment, final).problems : [];
  return reconciled(id, final, known, undeclared(id, known) ?? notAccepted(id, [...reportProblems(final, known), ...ledger]));
};

const judgeRating: EvaluationJudge = ({ id, content }, { scoring }) =>
  notAccepted(id, sheetProblems(ratedIndicators(scoring), content as RatingContent));

const JUDGES = {
  'evaluation-plan': judgePlan,
  'evaluation-draft': judgeDraft,
  'evaluation-final': judgeFinal,
  'evaluation-rating': judgeRating,
} satisfies Partial<Record<DocumentKind, EvaluationJudge>>;

const NOTHING: FiledParts = { plan: null, draft: null, comment: null };

const load = async (manager: EntityManager, campaign: string, documents: readonly Submitted[]) => {
  const evaluations = documents.flatMap(({ subject }) => subject ?? []);
  const { policy } = await new CampaignRepository().campaign(manager, campaign);
  const parts = await new EvaluationRepository().filedParts(manager, evaluations);
  const declarations = await new AgencyRepository().declarations(manager, evaluations);
  const scoring = new Map<string, ScoringKnown>();
  const rules = policy.keyEvaluation?.scoring;
  for (const id of evaluations) {
    const known = await new ScoringRepository().known(manager, id);
    scoring.set(id, { ...known, indicators: parts.get(id)?.plan?.indicators ?? [], ...(rules ? { rules } : {}) });
  }
  return ({ subject }: Submitted): Known => ({
    policy: policy.keyEvaluation ?? {},
    grades: policy.grades,
    parts: parts.get(subject ?? '') ?? NOTHING,
    declaration: declarations.get(subject ?? ''),
    scoring: scoring.get(subject ?? '')!,
  });
};

/** What key evaluation demands of an agency's documents beyond their form, by the campaign's frozen policy. */
export const evaluationGate = (source: DataSource) => ({
  ...gatesOf(JUDGES, (campaign, documents: readonly Submitted[]) => load(source.manager, campaign, documents)),
  ...replyGate(source),
  ...questionnaireGate(source),
});
