import { at, Bench } from './sample.js';
import { nextWake } from './tick.js';

const END = at('2023-10-13', '24:00');

describe('silence at the deadline', () => {
  it('means nothing where the policy says so: the debtor stays in debt', () => {
    const bench = new Bench();
    bench.tick(at('2023-12-01'));
    expect(bench.status('a')).toBe('open');
  });

  it('is consent to what was not answered, and touches nothing that was', () => {
    const bench = new Bench({ silence: 'consent' });
    bench.submit(at('2023-10-12'), 'a');
    expect(bench.tick(END - 1).map(({ type }) => type)).not.toContain('silence');
    bench.tick(END);
    expect([bench.status('a'), bench.status('b')]).toEqual(['department', 'consented']);
    expect(bench.told.at(-1)?.slice(0, 2)).toEqual(['decided', 'unit']);
  });

  it('sends back to the sender where the policy says so', () => {
    const bench = new Bench({ silence: 'return' });
    bench.tick(END);
    expect(bench.status('a')).toBe('lapsed');
    expect(bench.state.status).toBe('closed');
  });

  it('says the same when the clock stood still over the deadline', () => {
    const [running, stopped] = [new Bench({ silence: 'consent' }), new Bench({ silence: 'consent' })];
    for (let wake = nextWake(running.state); wake; wake = nextWake(running.state)) running.tick(wake.at);
    stopped.tick(at('2023-11-30'));
    expect(stopped.told).toEqual(running.told);
    expect(stopped.told.map(([kind]) => kind)).not.toContain('overdue');
  });

  it('waits for the decision on an extension that was asked for', () => {
    const ask = (bench: Bench) => bench.ask(at('2023-10-13'), 'requestExtension', { actor: 'unit', dueOn: '2023-10-27', reason: '需核实' });
    const granted = new Bench({ silence: 'consent' });
    ask(granted);
    expect(granted.tick(END).map(({ type }) => type)).not.toContain('silence');
    granted.ask(at('2023-10-16', '08:00'), 'decideExtension', { actor: 'bureau1', grant: true, reason: '同意' });
    expect(granted.status('a')).toBe('open');
    const refused = new Bench({ silence: 'consent' });
    ask(refused);
    refused.ask(at('2023-10-16', '08:00'), 'decideExtension', { actor: 'bureau1', grant: false, reason: '不同意' });
    expect(refused.status('a')).toBe('consented');
  });

  it('is not held against a document that came back only afterwards', () => {
    const bench = new Bench({ silence: 'consent', documents: ['a'] });
    bench.submit(at('2023-10-13'), 'a');
    const { answers } = bench.sendBack(at('2023-10-16', '08:00'), 'dept1', ['a']);
    expect(answers[0]?.status).toBe('returned');
    bench.tick(at('2023-10-20'));
    expect(bench.status('a')).toBe('returned');
  });

  it('after a withdrawal is consent at once, and the answer says so', () => {
    const bench = new Bench({ silence: 'consent', documents: ['a'] });
    bench.submit(at('2023-10-13'), 'a');
    const { answers } = bench.ask(at('2023-10-16', '08:00'), 'withdraw', { actor: 'unit', documents: [{ id: 'a' }] });
    expect(answers[0]?.status).toBe('consented');
  });
});
