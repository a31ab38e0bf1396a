import type { DataSource } from 'typeorm';
import { questionnaireProblems } from '#domain/key-evaluation/questionnaire-checks.js';
import type { QuestionnaireContent } from '#domain/key-evaluation/questionnaire.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import { QuestionnaireRepository } from '#persistence/campaign/questionnaire.repository.js';
import { ScoringRepository } from '#persistence/campaign/scoring.repository.js';
import { gatesOf } from '../submission/gates.js';
import type { Judge, Submitted } from '../submission/gates.js';
import { notAccepted } from './not-accepted.js';
import type { Answer } from './not-accepted.js';

type Known = Parameters<typeof questionnaireProblems>[1];

const judgeQuestionnaire: Judge<Submitted, Known, Answer> = ({ id, content }, known) =>
  notAccepted(id, questionnaireProblems(content as QuestionnaireContent, known));

/** A questionnaire scores what the approved plan names, and what no other questionnaire scores already. */
export const questionnaireGate = ({ manager }: DataSource) =>
  gatesOf({ questionnaire: judgeQuestionnaire }, async (campaign, documents: readonly Submitted[]) => {
    const { policy } = await new CampaignRepository().campaign(manager, campaign);
    const subjects = documents.flatMap(({ subject }) => subject ?? []);
    const asked = await new QuestionnaireRepository().byIds(manager, subjects);
    const evaluations = [...new Set([...asked.values()].map(({ evaluation }) => evaluation))];
    const parts = await new EvaluationRepository().filedParts(manager, evaluations);
    const taken = new Map<string, readonly string[]>();
    for (const evaluation of evaluations) {
      const { questionnaires } = await new ScoringRepository().known(manager, evaluation);
      const indicators = questionnaires.map(({ indicator }) => indicator);
      taken.set(evaluation, indicators);
    }
    return ({ subject }): Known => {
      const { evaluation } = asked.get(subject ?? '')!;
      const plan = parts.get(evaluation)?.plan ?? null;
      return { plan, rule: policy.keyEvaluation?.satisfaction, taken: taken.get(evaluation)! };
    };
  });
