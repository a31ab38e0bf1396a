import { concerned, isFigure } from './concerned.js';
import type { Change } from './concerned.js';

const key = (path: string, params: Readonly<Record<string, string>> = {}) => ['get', `/api/v1${path}`, { params: { path: params } }];
const document: Change = { kind: 'document', id: 'd1' };

describe('what is read again when something changed', () => {
  it('is every list that may hold it', () => {
    expect(concerned(key('/documents'), [document])).toBe(true);
    expect(concerned(key('/tasks'), [document])).toBe(true);
    expect(concerned(key('/people'), [document])).toBe(false);
    expect(concerned(key('/documents'), [])).toBe(false);
  });

  it('is of single things only the one that changed', () => {
    expect(concerned(key('/documents/{document}', { document: 'd1' }), [document])).toBe(true);
    expect(concerned(key('/documents/{document}', { document: 'd2' }), [document])).toBe(false);
    expect(concerned(key('/documents/{document}', { document: 'd2' }), [document, { kind: 'document', id: 'd2' }])).toBe(true);
    expect(concerned(key('/obligations/{obligation}/history', { obligation: 'o2' }), [{ kind: 'obligation', id: 'o1' }])).toBe(false);
  });

  it('is nothing that is no answer of the API', () => {
    expect(concerned(['kept', { of: 'here' }], [document])).toBe(false);
    expect(concerned([], [document])).toBe(false);
  });

  it('is rarer for figures of a whole year', () => {
    expect(isFigure(key('/campaigns/{campaign}/overview'))).toBe(true);
    expect(isFigure(key('/campaigns/{campaign}'))).toBe(false);
    expect(isFigure(key('/overview'))).toBe(false);
  });
});
