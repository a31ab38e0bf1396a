import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('does not depend on the order in which keys were written', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
    expect(canonicalJson({ a: true, b: [1, { c: 'x', d: null }] })).toBe(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true }));
  });

  it('writes a number as its value, however it was written', () => {
    expect(canonicalJson(JSON.parse('[1.0, 1e2, -0, 0.10, 1e21]'))).toBe('[1,100,0,0.1,1e+21]');
  });

  it('leaves out what is undefined, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: [undefined], c: 1 })).toBe('{"b":[null],"c":1}');
  });

  it('keeps dollar signs, quotes and Chinese text as they are', () => {
    expect(canonicalJson({ 'a$&': '“$1” 绩效\n"' })).toBe('{"a$&":"“$1” 绩效\\n\\""}');
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
    expect(() => canonicalJson({ a: NaN })).toThrow(TypeError);
  });
});
