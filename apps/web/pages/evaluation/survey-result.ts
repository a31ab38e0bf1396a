import type { QuestionnaireResult } from '#domain/key-evaluation/questionnaire-score.js';

/** The result of a closed questionnaire, as the API answers it. */
export const resultIn = (of: unknown): QuestionnaireResult | null =>
  typeof of === 'object' && of !== null && 'questions' in of && Array.isArray(of.questions) ? (of as QuestionnaireResult) : null;
