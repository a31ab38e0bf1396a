import type { z } from 'zod';
import { evaluationPlanForm, evaluationReportForm } from '#contracts/forms/key-evaluation.form.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';

export type Evaluation = Schemas['Evaluation'];
export type EvaluationDocument = Schemas['Document'];

/** All documents of an evaluation, by due day. */
export const useEvaluationDocuments = (evaluation: string) =>
  api.useQuery('get', '/api/v1/documents', { params: { query: { subject: evaluation, limit: 200 } } });

/** The newest document of a kind. */
export const newestOf = (documents: readonly EvaluationDocument[], kind: DocumentKind): EvaluationDocument | undefined =>
  [...documents].reverse().find((it) => it.kind === kind && it.status !== 'cancelled');

/** A document's content when there is such a document and one may read it. */
export const useContent = (document: string | undefined) =>
  api.useQuery(
    'get',
    '/api/v1/documents/{document}',
    { params: { path: { document: document ?? '' } } },
    { enabled: document !== undefined },
  );

const parsed = <T extends z.ZodType>(form: T, content: unknown): z.output<T> | null => {
  const read = form.safeParse(content);
  return read.success ? read.data : null;
};
export const planIn = (content: unknown) => parsed(evaluationPlanForm, content);
export const reportIn = (content: unknown) => parsed(evaluationReportForm, content);
export type Plan = NonNullable<ReturnType<typeof planIn>>;
export type Report = NonNullable<ReturnType<typeof reportIn>>;

/** Plan, draft and report of an evaluation, as far as they are there. */
export const useReports = (documents: readonly EvaluationDocument[]) => {
  const [plan, draft, final] = (['evaluation-plan', 'evaluation-draft', 'evaluation-final'] as const).map((it) => newestOf(documents, it));
  const contents = [useContent(plan?.id), useContent(draft?.id), useContent(final?.id)] as const;
  return {
    plan: planIn(contents[0].data?.content),
    draft: reportIn(contents[1].data?.content),
    final: reportIn(contents[2].data?.content),
    finalDocument: final,
    draftDocument: draft,
    isReading: contents.some(({ isLoading }) => isLoading),
  };
};
export type Reports = ReturnType<typeof useReports>;
