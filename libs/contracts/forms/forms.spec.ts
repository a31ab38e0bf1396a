import fc from 'fast-check';
import { DOCUMENT_KINDS } from '#domain/stage/document-kind.js';
import { FORMS } from './forms.js';
import { SAMPLES, sampleReport } from './samples.js';

const at = (kind: (typeof DOCUMENT_KINDS)[number], content: unknown): (string | undefined)[] => {
  const result = FORMS[kind].safeParse(content);
  return result.success ? [] : result.error.issues.map((it) => it.path.join('.'));
};

describe('the forms', () => {
  it('take a filled-in document of every kind, and nothing added to it', () => {
    for (const kind of DOCUMENT_KINDS) {
      expect([kind, at(kind, SAMPLES[kind])]).toEqual([kind, []]);
      expect([kind, at(kind, { ...SAMPLES[kind], surprise: 1 })]).toEqual([kind, ['']]);
    }
  });

  it('say where a field is wrong', () => {
    const { target } = SAMPLES;
    expect(at('target', { ...target, annualGoal: ' ' })).toEqual(['annualGoal']);
    expect(at('target', { ...target, indicators: [{ ...target.indicators[0], weight: '1e1' }] })).toEqual(['indicators.0.weight']);
    expect(at('target', { ...target, funds: { ...target.funds, own: '0.001' } })).toEqual(['funds.own']);
    expect(at('publication', { ...SAMPLES.publication, publishedOn: '2023-02-30' })).toEqual(['publishedOn']);
  });

  it('refuse a total that its own table contradicts', () => {
    const report = SAMPLES['evaluation-draft'];
    expect(at('evaluation-draft', { ...report, score: '91.37' })).toEqual(['score']);
    expect(at('evaluation-draft', { ...report, score: 'many' })).toEqual(['score']);
  });

  it('take the report of every score that was published', () => {
    for (const score of ['100', '97.5', '91.36', '80.31', '66', '0', '0.01'])
      expect([score, at('evaluation-final', sampleReport(score))]).toEqual([score, []]);
  });

  it('take each indicator once', () => {
    const [first] = SAMPLES['self-evaluation'].results;
    expect(at('self-evaluation', { ...SAMPLES['self-evaluation'], results: [first, first] })).toEqual(['results']);
  });

  it('limit every text and every list', () => {
    const long = 'x'.repeat(5_001);
    expect(at('warning-answer', { ...SAMPLES['warning-answer'], cause: long })).toEqual(['cause']);
    expect(at('evaluation-comment', { position: 'object', text: long })).toEqual(['text']);
    expect(at('rectification-item', { ...SAMPLES['rectification-item'], evidence: Array(51).fill('x') })).toEqual(['evidence']);
    expect(at('target', { ...SAMPLES.target, indicators: Array(201).fill(SAMPLES.target.indicators[0]) })).toEqual(['indicators']);
  });

  it('never throw, whatever comes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENT_KINDS), fc.jsonValue(), (kind, junk) => {
        for (const key of Object.keys(SAMPLES[kind])) FORMS[kind].safeParse({ ...SAMPLES[kind], [key]: junk });
        expect(FORMS[kind].safeParse(junk).success).toBe(false);
      }),
    );
  });
});
