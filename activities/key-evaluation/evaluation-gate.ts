import type { DataSource, EntityManager } from 'typeorm';
import type { ProblemCode } from '#contracts/errors/problem.js';
import { commentLedger } from '#domain/key-evaluation/comment-ledger.js';
import type { DataReplyContent, EvaluationPlanContent, EvaluationReportContent } from '#domain/key-evaluation/content.js';
import { replyProblems } from '#domain/key-evaluation/data-reply.js';
import { planProblems, systemProblems } from '#domain/key-evaluation/indicator-system.js';
import type { EvaluationProblem } from '#domain/key-evaluation/problem.js';
import { paperProblems } from '#domain/key-evaluation/working-papers.js';
import type { KeyEvaluationPolicy } from '#domain/policy/key-evaluation-policy.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { AgencyRepository } from '#persistence/campaign/agency.repository.js';
import type { DeclarationRow } from '#persistence/campaign/agency.repository.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { DataRequestRepository } from '#persistence/campaign/data-request.repository.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import type { FiledParts } from '#persistence/campaign/evaluation.repository.js';
import { gatesOf } from '../submission/gates.js';
import type { Judge, Submitted } from '../submission/gates.js';

interface Answer {
  readonly document: string;
  readonly code: ProblemCode;
  readonly errors?: readonly EvaluationProblem[];
}

interface Known {
  readonly policy: KeyEvaluationPolicy;
  readonly parts: FiledParts;
  readonly declaration: DeclarationRow | undefined;
}

type EvaluationJudge = Judge<Submitted, Known, Answer>;

const notAccepted = (document: string, errors: readonly EvaluationProblem[]): Answer | null =>
  errors.length === 0 ? null : { document, code: 'NOT_ACCEPTED', errors };

const leadProblems = ({ leadEvaluator }: EvaluationPlanContent, declared: DeclarationRow | undefined): EvaluationProblem[] => {
  if (!declared || declared.leadEvaluator === leadEvaluator) return [];
  const [zh, en] = [`声明的主评人为“${declared.leadEvaluator}”`, `the lead evaluator who was declared is "${declared.leadEvaluator}"`];
  return [{ path: 'leadEvaluator', code: 'lead-evaluator-differs', zh, en }];
};

/** First the declaration of interests where the policy wants it, then the indicator system. */
const judgePlan: EvaluationJudge = ({ id, content }, { policy, declaration }) => {
  const plan = content as EvaluationPlanContent;
  if (policy.assignment?.declaration && !declaration) return { document: id, code: 'DECLARATION_MISSING' };
  if (declaration && declaration.interests.length > 0) return { document: id, code: 'INTEREST_DECLARED' };
  return notAccepted(id, [...leadProblems(plan, declaration), ...planProblems(plan, policy.leastResults)]);
};

const reportProblems = (report: EvaluationReportContent, { policy, parts: { plan } }: Known): readonly EvaluationProblem[] => [
  ...(plan ? systemProblems(plan, report) : []),
  ...paperProblems(report, policy.workingPapers ?? false),
];

const judgeDraft: EvaluationJudge = ({ id, content }, known) => notAccepted(id, reportProblems(content as EvaluationReportContent, known));

/** The final report answers every comment and gives a reason for every score that differs from the draft. */
const judgeFinal: EvaluationJudge = ({ id, content }, known) => {
  const final = content as EvaluationReportContent;
  const { draft, comment } = known.parts;
  const ledger = draft ? commentLedger(draft, comment, final).problems : [];
  return notAccepted(id, [...reportProblems(final, known), ...ledger]);
};

const JUDGES = {
  'evaluation-plan': judgePlan,
  'evaluation-draft': judgeDraft,
  'evaluation-final': judgeFinal,
} satisfies Partial<Record<DocumentKind, EvaluationJudge>>;

const NOTHING: FiledParts = { plan: null, draft: null, comment: null };

const load = async (manager: EntityManager, campaign: string, documents: readonly Submitted[]) => {
  const evaluations = documents.flatMap(({ subject }) => subject ?? []);
  const { policy } = await new CampaignRepository().campaign(manager, campaign);
  const parts = await new EvaluationRepository().filedParts(manager, evaluations);
  const declarations = await new AgencyRepository().declarations(manager, evaluations);
  return ({ subject }: Submitted): Known => ({
    policy: policy.keyEvaluation ?? {},
    parts: parts.get(subject ?? '') ?? NOTHING,
    declaration: declarations.get(subject ?? ''),
  });
};

const judgeReply: Judge<Submitted, readonly string[], Answer> = ({ id, content }, items) =>
  notAccepted(id, replyProblems(items, content as DataReplyContent));

/** A reply to a request for data answers every item. */
const replyGate = (source: DataSource) =>
  gatesOf({ 'data-reply': judgeReply }, async (_, documents: readonly Submitted[]) => {
    const requests = documents.flatMap(({ subject }) => subject ?? []);
    const items = await new DataRequestRepository().items(source.manager, requests);
    return ({ subject }) => items.get(subject ?? '') ?? [];
  });

/** What key evaluation demands of an agency's documents beyond their form, by the campaign's frozen policy. */
export const evaluationGate = (source: DataSource) => ({
  ...gatesOf(JUDGES, (campaign, documents: readonly Submitted[]) => load(source.manager, campaign, documents)),
  ...replyGate(source),
});
