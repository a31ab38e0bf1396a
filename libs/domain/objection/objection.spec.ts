import { correctedProblems, rulingProblems } from './objection.js';

const paths = (...asked: Parameters<typeof rulingProblems>) => rulingProblems(...asked).map(({ path }) => path);
const CHECK = { kind: 'spot-check', problems: [1, 2] } as const;

it('what is sustained says what is corrected, where there is something to correct', () => {
  expect(paths({ sustained: true, reason: '属实' }, CHECK)).toEqual(['corrections']);
  expect(paths({ sustained: true, reason: '属实', correctedScore: '90' }, CHECK)).toEqual([]);
  expect(paths({ sustained: true, reason: '属实' }, { kind: 'rectification-recheck', problems: [] })).toEqual([]);
});

it('what is not sustained corrects nothing', () => {
  expect(paths({ sustained: false, reason: '不属实' }, CHECK)).toEqual([]);
  expect(paths({ sustained: false, reason: '不属实', correctedScore: '90' }, CHECK)).toEqual(['sustained']);
});

it('only what is there is corrected', () => {
  const ruling = { sustained: true, reason: '属实', correctedScore: '90', corrections: [{ number: 2 }, { number: 3 }] };
  expect(paths(ruling, { kind: 'feedback-receipt', problems: [1, 2] })).toEqual(['correctedScore', 'corrections.1.number']);
});

it('what was published is corrected once the record was', () => {
  const ruling = { sustained: true, reason: '属实' };
  expect(paths(ruling, { kind: 'publication', problems: [], differs: false })).toEqual(['sustained']);
  expect(paths(ruling, { kind: 'publication', problems: [], differs: true })).toEqual([]);
});

it('a problem is reworded or taken back by its number', () => {
  expect(correctedProblems(['甲', '乙', '丙'], [{ number: 1 }, { number: 3, problem: '丁' }])).toEqual(['乙', '丁']);
  expect(correctedProblems(['甲'])).toEqual(['甲']);
});
