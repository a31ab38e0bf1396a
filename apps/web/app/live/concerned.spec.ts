import { concerned, isFigure } from './concerned.js';

const key = (path: string, of: Record<string, string> = {}) => ['get', path, { params: { path: of } }] as const;

describe('what is read again after a change', () => {
  it('is what is about the very thing, and every list that may hold it', () => {
    const change = [{ kind: 'evaluation', id: 'e1' }] as const;
    expect(concerned(key('/api/v1/evaluations/{evaluation}/scoring', { evaluation: 'e1' }), change)).toBe(true);
    expect(concerned(key('/api/v1/evaluations/{evaluation}/scoring', { evaluation: 'e2' }), change)).toBe(false);
    expect(concerned(key('/api/v1/scorings'), change)).toBe(true);
    expect(concerned(key('/api/v1/people'), change)).toBe(false);
  });

  it('covers people, agencies and publications', () => {
    expect(concerned(key('/api/v1/people'), [{ kind: 'person', id: 'p' }])).toBe(true);
    expect(concerned(key('/api/v1/agency-register'), [{ kind: 'agency', id: 'a' }])).toBe(true);
    expect(concerned(key('/api/v1/agencies/{agency}/register', { agency: 'b' }), [{ kind: 'agency', id: 'a' }])).toBe(false);
    expect(concerned(key('/api/v1/disclosure-duties'), [{ kind: 'publication', id: 'd' }])).toBe(true);
  });

  it('leaves the figures of a year to a slower round', () => {
    expect(isFigure(key('/api/v1/campaigns/{campaign}/ahead'))).toBe(true);
    expect(isFigure(key('/api/v1/campaigns/{campaign}/ahead/obligations'))).toBe(true);
    expect(isFigure(key('/api/v1/campaigns/{campaign}/stages'))).toBe(false);
  });
});
