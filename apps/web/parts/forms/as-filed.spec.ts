import { FORMS } from '#contracts/forms/forms.js';
import { SAMPLES } from '#contracts/forms/samples.js';
import { DOCUMENT_KINDS } from '#domain/stage/document-kind.js';
import { asFiled } from './as-filed.js';
import type { Content } from './paths.js';

describe('a form as it is filed', () => {
  it.each(DOCUMENT_KINDS)('says nothing that nobody said: a complete %s stays as it is and fits its form', (kind) => {
    const sample = SAMPLES[kind] as unknown as Content;
    const filed = asFiled(kind, sample);
    expect(FORMS[kind].safeParse(filed).success).toBe(true);
    expect(filed).toEqual(sample);
  });

  it('takes a box without a tick for no, and a text that may be empty for empty, also in rows', () => {
    const [{ core, ...untouched }] = SAMPLES.target.indicators as unknown as [Content];
    expect(core).toBe(true);
    const filed = asFiled('target', { annualGoal: '修路', indicators: [untouched, { level3: '桥' }] });
    expect(filed['indicators']).toEqual([
      { ...untouched, core: false },
      { level3: '桥', measureUnit: '', core: false },
    ]);
  });

  it('takes a list that nobody touched for an empty one, and leaves out what may be left out', () => {
    expect(asFiled('target', {})).toEqual({ indicators: [] });
  });

  it('keeps what it does not know: a form of another version loses nothing', () => {
    expect(asFiled('target', { annualGoal: '修路', indicators: [], formerly: '留' })).toMatchObject({ formerly: '留' });
  });
});
