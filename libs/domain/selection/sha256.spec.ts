import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from './sha256.js';

const expected = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('SHA-256', () => {
  it('has the published digests', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is what Node computes, of any text, across every length of padding', () => {
    for (let n = 0; n < 200; n += 1) expect(sha256('a'.repeat(n))).toBe(expected('a'.repeat(n)));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => expect(sha256(text)).toBe(expected(text))));
    for (const text of ['绩效评价', '𠮷野家 🎲', '\ud800 lone', 'é']) expect(sha256(text)).toBe(expected(text));
  });
});
