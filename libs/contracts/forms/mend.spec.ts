import fc from 'fast-check';
import { exAnteProblems } from '#domain/ex-ante-evaluation/check.js';
import type { ExAnteContent } from '#domain/ex-ante-evaluation/content.js';
import { noticeProblems } from '#domain/feedback/notice.js';
import type { NoticeContent } from '#domain/feedback/content.js';
import { commentLedger } from '#domain/key-evaluation/comment-ledger.js';
import type { DataReplyContent, EvaluationPlanContent, EvaluationReportContent } from '#domain/key-evaluation/content.js';
import { replyProblems } from '#domain/key-evaluation/data-reply.js';
import { planProblems, systemProblems } from '#domain/key-evaluation/indicator-system.js';
import { reconcileReport } from '#domain/key-evaluation/report-reconciliation.js';
import { reportScore } from '#domain/key-evaluation/report-score.js';
import { paperProblems } from '#domain/key-evaluation/working-papers.js';
import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import type { SelfEvaluationContent } from '#domain/self-evaluation/content.js';
import { selfScore } from '#domain/self-evaluation/score.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { checkTarget, qualityRules } from '#domain/target-filing/quality.js';
import type { TargetUnderCheck } from '#domain/target-filing/quality/target-under-check.js';
import { mend } from './mend.js';
import { SAMPLES } from './samples.js';

/** The rules that look at a form of each kind before it is submitted. */
const RULES: Partial<Record<DocumentKind, (content: never) => unknown>> = {
  target: (it: TargetUnderCheck) => checkTarget({ ...it, projectClass: 'ordinary' }, qualityRules(SAMPLE_POLICY)),
  'self-evaluation': (it: SelfEvaluationContent) => selfScore(it, SAMPLES.target, SAMPLE_POLICY),
  'ex-ante-report': (it: ExAnteContent) => exAnteProblems(it, SAMPLE_POLICY, { isNew: true, amount: '1', bodies: ['某局'] } as never),
  'evaluation-plan': (it: EvaluationPlanContent) => planProblems(it),
  'evaluation-final': (it: EvaluationReportContent) => [
    ...systemProblems(SAMPLES['evaluation-plan'], it),
    ...paperProblems(it, true),
    ...commentLedger(SAMPLES['evaluation-draft'], { position: 'object', text: '不实' }, it).problems,
    reportScore(it.scoreItems, SAMPLE_POLICY.grades),
    reconcileReport(it, SAMPLE_POLICY.grades, '评价报告'),
  ],
  'data-reply': (it: DataReplyContent) => replyProblems(['立项批复'], it),
  'feedback-notice': (it: NoticeContent) => noticeProblems([{ problem: '未调查', recommendation: null }], it),
};
const KINDS = Object.keys(RULES) as DocumentKind[];
const { target, 'self-evaluation': self } = SAMPLES;

describe('a form that is still being typed', () => {
  it('that is whole stays as it is', () => {
    for (const kind of KINDS) expect(mend(kind, { ...SAMPLES[kind] })).toMatchObject({ content: SAMPLES[kind], whole: true });
  });

  it('of nothing has empty lists', () => {
    expect(mend('target', {})).toMatchObject({ content: { indicators: [], funds: {} }, whole: false });
    expect(mend('self-evaluation', {}).content).toEqual({ funds: {}, results: [] });
  });

  it('keeps a target’s indicators as far as they are typed, without what is no figure', () => {
    const [first] = target.indicators;
    const { content } = mend('target', {
      ...target,
      indicators: [{ ...first, weight: '二十' }, { level3: '公厕' }, {}],
      funds: { fiscal: '1x' },
    });
    expect(content).toMatchObject({ annualGoal: target.annualGoal, funds: {} });
    expect(content['indicators']).toEqual([expect.not.objectContaining({ weight: '二十' }), { level3: '公厕' }, { level3: '' }]);
  });

  it('counts other rows when they are whole, and knows where the others stood', () => {
    const [, second, third] = self.results;
    const { content, typedPath } = mend('self-evaluation', {
      ...self,
      results: [{ indicator: 0 }, second, { ...third, actualValue: '约' }, third],
    });
    expect(content['results']).toEqual([second, third]);
    expect(['results.0.reason', 'results.1.actualValue', 'results', 'funds.executed', ''].map(typedPath)).toEqual([
      'results.1.reason',
      'results.3.actualValue',
      'results',
      'funds.executed',
      '',
    ]);
  });

  it('a reason that is too long costs its row nothing but the reason', () => {
    const [first] = self.results;
    expect(mend('self-evaluation', { ...self, results: [{ ...first, reason: 'x'.repeat(501) }] }).content['results']).toEqual([first]);
  });

  it('can be read by the rules of its stage, whatever is typed', () => {
    const somewhere = fc.tuple(fc.nat(30), fc.jsonValue({ maxDepth: 2 }), fc.boolean());
    /** Puts junk in place of one leaf or branch, or takes it away. */
    const spoilt = (value: unknown, steps: readonly [number, unknown, boolean][], at = 0): unknown => {
      const step = steps[at];
      if (!step) return value;
      const [n, junk, remove] = step;
      if (typeof value !== 'object' || value === null || at === steps.length - 1) return remove ? undefined : junk;
      const keys = Object.keys(value);
      const key = keys[n % Math.max(keys.length, 1)];
      if (key === undefined) return junk;
      const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
      const next = spoilt(copy[key], steps, at + 1);
      if (next === undefined && !Array.isArray(copy)) delete copy[key];
      else copy[key] = next;
      return copy;
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.array(fc.array(somewhere, { minLength: 2, maxLength: 5 }), { maxLength: 4 }),
        (kind, spoils) => {
          const typed = spoils.reduce<unknown>((it, steps) => {
            const next = spoilt(it, steps as [number, unknown, boolean][]);
            return JSON.parse(JSON.stringify(next ?? {}));
          }, SAMPLES[kind]);
          const content = typeof typed === 'object' && typed !== null && !Array.isArray(typed) ? (typed as Record<string, unknown>) : {};
          RULES[kind]!(mend(kind, content).content as never);
        },
      ),
      { numRuns: 600 },
    );
  });
});
