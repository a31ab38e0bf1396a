import { addDays } from '#domain/calendar/calendar.js';
import { at, Bench, refusalOf } from './sample.js';
import type { StepSpec } from '#domain/policy/policy.js';

const day = (n: number) => at(addDays('2023-09-05', n));
const only = (step: Partial<StepSpec>, more: object = {}) =>
  new Bench({ chain: [{ step: 'office', who: 'performanceOffice', rule: 'any', ...step }], ...more });

describe('a step of the approval chain', () => {
  it('is decided by any one of its reviewers', () => {
    const bench = only({ rule: 'any' });
    bench.submit(day(0), 'a');
    bench.approve(day(1), 'bureau2', 'a');
    expect(bench.status('a')).toBe('approved');
  });

  it('is decided by all of them together (会签)', () => {
    const bench = only({ rule: 'all' });
    bench.submit(day(0), 'a');
    bench.approve(day(1), 'bureau1', 'a');
    bench.approve(day(1), 'bureau2', 'a');
    expect(bench.status('a')).toBe('office');
    expect(refusalOf(bench.approve(day(1), 'bureau1', 'a'))).toBe('ALREADY_REVIEWED');
    bench.approve(day(1), 'bureau3', 'a');
    expect(bench.status('a')).toBe('approved');
  });

  it('is decided by a quorum, or by all where there are fewer', () => {
    const bench = only({ rule: { quorum: 2 } });
    bench.submit(day(0), 'a');
    bench.approve(day(1), 'bureau1', 'a');
    expect(bench.status('a')).toBe('office');
    bench.approve(day(1), 'bureau3', 'a');
    expect(bench.status('a')).toBe('approved');
    const few = only({ rule: { quorum: 2 } }, { seats: { debtor: ['unit'], performanceOffice: ['bureau1'] } });
    few.submit(day(0), 'a');
    few.approve(day(1), 'bureau1', 'a');
    expect(few.status('a')).toBe('approved');
  });

  it('is passed to the next one, whose reviewers are told, and at the end the owner', () => {
    const bench = new Bench();
    bench.submit(day(0), 'a');
    bench.approve(day(1), 'dept1', 'a');
    bench.approve(day(2), 'bureau1', 'a');
    expect(bench.told.map(([kind, to]) => `${kind} ${to}`)).toEqual([
      'review-due dept1',
      'review-due dept2',
      'review-due bureau1',
      'review-due bureau2',
      'review-due bureau3',
      'decided unit',
    ]);
  });

  it('needs whoever was added to it (加签) as well', () => {
    const bench = only({ rule: 'any' });
    bench.submit(day(0), 'a');
    bench.ask(day(1), 'addReviewer', { actor: 'bureau1', documents: [{ id: 'a' }], person: 'expert' });
    bench.approve(day(1), 'bureau1', 'a');
    expect(bench.status('a')).toBe('office');
    bench.approve(day(1), 'expert', 'a');
    expect(bench.status('a')).toBe('approved');
  });

  it('takes as added reviewer neither one of its own nor the filer, and only from one of its own', () => {
    const bench = only({ rule: 'any' });
    bench.submit(day(0), 'a');
    const add = (actor: string, person: string) => refusalOf(bench.ask(day(1), 'addReviewer', { actor, documents: [{ id: 'a' }], person }));
    expect(add('bureau1', 'bureau2')).toBe('ALREADY_REVIEWER');
    expect(add('bureau1', 'unit')).toBe('OWN_FILING');
    expect(add('dept1', 'expert')).toBe('NOT_YOUR_STEP');
  });

  it('accepts at once where nobody reviews', () => {
    const bench = new Bench({ chain: [] });
    bench.submit(day(0), 'a', 'b');
    expect(bench.state.status).toBe('closed');
  });
});

describe('a verdict', () => {
  it('returns to the debtor with the reason for its document', () => {
    const bench = new Bench();
    bench.submit(day(0), 'a', 'b');
    const { answers } = bench.ask(day(1), 'review', {
      actor: 'dept1',
      verdict: 'return',
      documents: [{ id: 'a' }, { id: 'b' }],
      reasons: [{ document: 'a', field: 'goal', text: '目标不明确' }],
    });
    expect(answers.map(({ document, outcome, refusal }) => [document, outcome, refusal?.code])).toEqual([
      ['a', 'done', undefined],
      ['b', 'refused', 'REASON_REQUIRED'],
    ]);
    expect([bench.status('a'), bench.status('b')]).toEqual(['returned', 'department']);
    expect(bench.told.at(-1)?.slice(0, 2)).toEqual(['returned', 'unit']);
  });

  it('returns to an earlier step through a countersign, whose votes are asked for anew', () => {
    const bench = new Bench({
      chain: [
        { step: 'department', who: 'department', rule: 'all' },
        { step: 'sector', who: 'sectorOffice', rule: 'any' },
        { step: 'office', who: 'performanceOffice', rule: 'all' },
      ],
    });
    bench.submit(day(0), 'a');
    for (const person of ['dept1', 'dept2', 'sector', 'bureau1']) bench.approve(day(1), person, 'a');
    bench.sendBack(day(2), 'bureau2', ['a'], 'department');
    expect(bench.state.documents['a']).toMatchObject({ status: 'in-review', step: 0, approvals: [], reviewers: ['dept1', 'dept2'] });
    for (const person of ['dept1', 'dept2', 'sector', 'bureau1', 'bureau2']) bench.approve(day(3), person, 'a');
    expect(bench.status('a')).toBe('office');
    bench.approve(day(3), 'bureau3', 'a');
    expect(bench.status('a')).toBe('approved');
  });

  it('cannot return to a step that is not earlier, or not there', () => {
    const bench = new Bench();
    bench.submit(day(0), 'a');
    expect(refusalOf(bench.sendBack(day(1), 'dept1', ['a'], 'performanceOffice'))).toBe('NOT_AN_EARLIER_STEP');
    expect(refusalOf(bench.sendBack(day(1), 'dept1', ['a'], 'nowhere'))).toBe('UNKNOWN_STEP');
  });

  it('rejects for good', () => {
    const bench = new Bench();
    bench.submit(day(0), 'a', 'b');
    bench.ask(day(1), 'review', {
      actor: 'dept1',
      verdict: 'reject',
      documents: [{ id: 'a' }, { id: 'b' }],
      reasons: [{ text: '重复申报' }],
    });
    expect(bench.status('a')).toBe('rejected');
    expect(bench.state.status).toBe('closed');
    expect(() => bench.submit(day(2), 'a')).toThrow('ALREADY_CLOSED');
  });

  it('is not given on what one has filed oneself', () => {
    const bench = new Bench({ seats: { debtor: ['dept1'], department: ['dept1', 'dept2'], performanceOffice: ['bureau1'] } });
    bench.ask(day(0), 'submit', { actor: 'dept1', documents: [{ id: 'a' }] });
    expect(bench.state.documents['a']?.reviewers).toEqual(['dept2']);
    const alone = new Bench({ seats: { debtor: ['dept1'], department: ['dept1'], performanceOffice: ['bureau1'] } });
    alone.ask(day(0), 'submit', { actor: 'dept1', documents: [{ id: 'a' }] });
    expect(refusalOf(alone.approve(day(1), 'dept1', 'a'))).toBe('OWN_FILING');
  });
});

describe('two people at once on one document', () => {
  it('get one winner and one clear refusal', () => {
    const bench = new Bench();
    bench.submit(day(0), 'a');
    bench.approve(day(1), 'dept1', 'a');
    const before = bench.state.sequence;
    expect(refusalOf(bench.sendBack(day(1), 'dept2', ['a']))).toBe('NOT_YOUR_STEP');
    expect(bench.state.sequence).toBe(before);
  });

  it('who sit at two steps in a row decide at the step that they saw', () => {
    const bench = new Bench({
      chain: [
        { step: 'first', who: 'performanceOffice', rule: 'any' },
        { step: 'second', who: 'performanceOffice', rule: 'any' },
      ],
    });
    bench.submit(day(0), 'a');
    const seen = { documents: [{ id: 'a', round: 1, step: 'first' }], verdict: 'approve' as const };
    bench.ask(day(1), 'review', { actor: 'bureau1', ...seen });
    expect(refusalOf(bench.ask(day(1), 'review', { actor: 'bureau2', ...seen }))).toBe('STALE_ROUND');
    expect(bench.status('a')).toBe('second');
  });

  it('decide on the round that they saw', () => {
    const bench = new Bench();
    bench.submit(day(0), 'a');
    bench.ask(day(1), 'withdraw', { actor: 'unit', documents: [{ id: 'a', round: 1 }] });
    expect(refusalOf(bench.approve(day(1), 'dept1', 'a'))).toBe('NOT_IN_REVIEW');
    bench.submit(day(1), 'a');
    const stale = bench.ask(day(1), 'review', { actor: 'dept1', verdict: 'approve', documents: [{ id: 'a', round: 1 }] });
    expect(refusalOf(stale)).toBe('STALE_ROUND');
  });
});

describe('a command asked for twice', () => {
  it('happens once and answers the same', () => {
    const bench = new Bench();
    const submit = () => bench.ask(day(0), 'submit', { requestId: 'same', actor: 'unit', documents: [{ id: 'a' }, { id: 'zzz' }] });
    const first = submit();
    const second = submit();
    expect(second).toMatchObject({ transitions: [], answers: first.answers });
    expect(bench.state.documents['a']?.round).toBe(1);
    bench.ask(day(1), 'withdraw', { actor: 'unit', documents: [{ id: 'a' }] });
    submit();
    expect(bench.status('a')).toBe('open');
  });

  it('answers each document for itself and counts one that is named twice once', () => {
    const bench = new Bench();
    const { answers, transitions } = bench.ask(day(0), 'submit', { actor: 'unit', documents: [{ id: 'a' }, { id: 'a' }, { id: 'x' }] });
    expect(answers.map(({ document, outcome }) => [document, outcome])).toEqual([
      ['a', 'done'],
      ['x', 'refused'],
    ]);
    expect(transitions).toHaveLength(1);
  });

  it('leaves no trace when every document was refused', () => {
    const bench = new Bench();
    const { state, transitions } = bench.approve(day(0), 'dept1', 'a', 'b');
    expect(transitions).toEqual([]);
    expect(state.sequence).toBe(0);
  });
});

describe('the time limit of a step', () => {
  const limited = (onLimit?: StepSpec['onLimit']) =>
    only({ within: 3, ...(onLimit ? { onLimit } : {}), ...(onLimit === 'escalate' ? { escalate: ['supervision'] } : {}) }, { ladder: [] });
  // Three working days after Wednesday 27 September 2023: 28 September, then 7 and 8 October, which are swapped in.
  const passed = at('2023-10-08', '24:00');

  it('is counted in working days from the day of entry', () => {
    const bench = limited();
    bench.submit(at('2023-09-27', '23:00'), 'a');
    expect(bench.state.documents['a']?.limit).toEqual({ from: '2023-09-27', at: passed, passed: false });
    expect(bench.tick(passed - 1)).toEqual([]);
  });

  it('tells the reviewers again, once', () => {
    const bench = limited();
    bench.submit(at('2023-09-27'), 'a', 'b');
    const [transition] = bench.tick(passed);
    expect(transition?.notices).toEqual([{ key: 't2', kind: 'review-due', to: ['bureau1', 'bureau2', 'bureau3'] }]);
    expect(bench.tick(passed + 1)).toEqual([]);
  });

  it('escalates, passes the step, or sends back, as the policy says', () => {
    const outcome = (meaning: StepSpec['onLimit']) => {
      const bench = limited(meaning);
      bench.submit(at('2023-09-27'), 'a');
      const [transition] = bench.tick(passed);
      return [bench.status('a'), ...transition!.notices.map(({ kind, to }) => `${kind} ${to.join()}`)];
    };
    expect(outcome('escalate')).toEqual(['office', 'review-due bureau1,bureau2,bureau3', 'escalation supervisor']);
    expect(outcome('approve')).toEqual(['approved', 'decided unit']);
    expect(outcome('return')).toEqual(['returned', 'returned unit']);
  });

  it('begins anew when the document comes back to the step', () => {
    const bench = limited();
    bench.submit(at('2023-09-27'), 'a');
    bench.sendBack(at('2023-09-28'), 'bureau1', ['a']);
    bench.submit(at('2023-10-08'), 'a');
    expect(bench.state.documents['a']?.limit?.at).toBe(at('2023-10-11', '24:00'));
  });
});
