import { judgeSelfScore } from './spot-check.js';

describe('a corrected score', () => {
  it('calls a self-score untrue beyond the tolerance only', () => {
    expect(judgeSelfScore('100', '95', { tolerance: '5' }).value).toEqual({ untrue: false, gap: '5' });
    expect(judgeSelfScore('100', '80.31', { tolerance: '5' }).value.untrue).toBe(true);
    expect(judgeSelfScore('80', '285/3', { tolerance: '5' }).value).toEqual({ untrue: true, gap: '-15' });
  });
});
