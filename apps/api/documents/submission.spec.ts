import { SAMPLES } from '#contracts/forms/samples.js';
import type { LocatedDocument } from '#persistence/reading/documents.js';
import { checkSubmission } from './submission.js';

const document = (id: string, content: unknown = SAMPLES.target): LocatedDocument =>
  ({ id, kind: 'target', status: 'open', round: 0, content, obligation: 'o', contentVersion: 1 }) as unknown as LocatedDocument;
const REMARK = { path: 'annualGoal', code: 'goal-not-covered', zh: '没有一个指标体现', en: 'no indicator', severity: 'warn' as const };
const gate = {
  target: (documents: readonly { readonly id: string }[]) =>
    Promise.resolve(
      documents.map(({ id }) => ({ document: id, remarks: [REMARK], ...(id === 'bad' ? { code: 'NOT_ACCEPTED' as const } : {}) })),
    ),
};

describe('a submission', () => {
  it('is refused where the gate says so; remarks of the gate are kept either way', async () => {
    const { refused, remarks } = await checkSubmission([document('good'), document('bad')], gate);
    expect(refused.map((it) => [it.document, it.refusal?.code])).toEqual([['bad', 'NOT_ACCEPTED']]);
    expect([...remarks]).toEqual([
      ['good', [REMARK]],
      ['bad', [REMARK]],
    ]);
  });

  it('does not reach the gate with content that has not the shape of its form', async () => {
    const { refused, remarks } = await checkSubmission([document('good', { annualGoal: 7 })], gate);
    expect([refused.length, refused[0]!.refusal!.errors!.length > 0, remarks.size]).toEqual([1, true, 0]);
  });
});
