import type { DataSource } from 'typeorm';
import type { FieldError, ProblemCode } from '#contracts/errors/problem.js';
import { exAnteProblems } from '#domain/ex-ante-evaluation/check.js';
import type { ExAnteSubject } from '#domain/ex-ante-evaluation/check.js';
import type { ExAnteContent } from '#domain/ex-ante-evaluation/content.js';
import type { Policy } from '#domain/policy/policy.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { loadExAnteSubjects } from '#persistence/campaign/ex-ante-subjects.js';
import { gatesOf } from './gates.js';
import type { Submitted } from './gates.js';

interface Answer {
  readonly document: string;
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
}

interface Known {
  readonly policy: Policy;
  readonly subject: ExAnteSubject | undefined;
}

/** Scores or panel, and materials, as the policy wants them. */
const judge = ({ id, content }: Submitted, { policy, subject }: Known): Answer | null => {
  const errors = subject ? exAnteProblems(content as ExAnteContent, policy, subject).map((it) => ({ ...it, code: 'ex-ante-score' })) : [];
  return errors.length === 0 ? null : { document: id, code: 'NOT_ACCEPTED', errors };
};

/** 事前绩效评估, before a report is submitted. */
export const exAnteGate = (source: DataSource) =>
  gatesOf({ 'ex-ante-report': judge }, async (campaign, documents: readonly Submitted[]) => {
    const { manager } = source;
    const { policy } = await new CampaignRepository().campaign(manager, campaign);
    const subjects = await loadExAnteSubjects(
      manager,
      documents.flatMap(({ project }) => project ?? []),
    );
    return ({ project }) => ({ policy, subject: subjects.get(project ?? '') });
  });
