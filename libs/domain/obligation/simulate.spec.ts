import type { Command } from './command.js';
import { at, sampleInput } from './sample.js';
import { simulate } from './simulate.js';
import type { SimulatedEvent } from './simulate.js';

let asked = 0;
const event = (now: number, command: Record<string, unknown>): SimulatedEvent => ({
  at: now,
  ask: () => ({ requestId: `e${String((asked += 1))}`, actor: 'unit', ...command }) as unknown as Command,
});

describe('a simulation', () => {
  it('runs the ladder to its end when nobody acts', () => {
    const { deadlines, next } = simulate(sampleInput(), []);
    expect(deadlines[0]?.rungs.every(({ state, at: due, spokeAt }) => state === 'sent' && spokeAt === due)).toBe(true);
    expect(next).toBeNull();
  });

  it('stops where it is told to', () => {
    const { deadlines, next } = simulate(sampleInput(), [], at('2023-10-12'));
    expect(deadlines[0]?.rungs.map(({ state }) => state)).toEqual(['sent', 'sent', 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(next).toEqual({ at: at('2023-10-13', '09:00'), what: 'rung' });
  });

  it('shows both ladders of an extension, the first with its rungs lapsed', () => {
    const { deadlines } = simulate(sampleInput(), [
      event(at('2023-10-11'), { name: 'requestExtension', dueOn: '2023-10-27', reason: '核实' }),
      event(at('2023-10-12'), { name: 'decideExtension', actor: null, grant: true, reason: '同意' }),
    ]);
    expect(deadlines.map(({ serial, present, rungs }) => [serial, present, rungs.map(({ state }) => state).join()])).toEqual([
      [1, false, 'sent,sent,lapsed,lapsed,lapsed,lapsed'],
      [2, true, 'sent,sent,sent,sent,sent,sent'],
    ]);
  });

  it('lets rungs fall away when the obligation closes, and tells when a late one spoke', () => {
    const documents = [{ id: 'a' }, { id: 'b' }];
    const { deadlines, state } = simulate(sampleInput({ chain: [] }), [event(at('2023-10-11'), { name: 'submit', documents })]);
    expect(state.status).toBe('closed');
    expect(deadlines[0]?.rungs.map(({ state: it }) => it)).toEqual(['sent', 'sent', 'lapsed', 'lapsed', 'lapsed', 'lapsed']);
    const late = simulate(sampleInput(), [
      event(at('2023-09-05'), { name: 'submit', documents }),
      event(at('2023-10-11'), { name: 'withdraw', documents }),
    ]);
    expect(late.deadlines[0]?.rungs[0]).toMatchObject({ at: at('2023-09-28', '09:00'), spokeAt: at('2023-10-11'), to: ['unit'] });
  });

  it('lists what was refused and goes on', () => {
    const { refusals, state } = simulate(sampleInput(), [
      event(at('2023-10-12'), { name: 'submit', documents: [{ id: 'a' }, { id: 'x' }] }),
      event(at('2023-10-11'), { name: 'requestExtension', dueOn: '2023-10-01', reason: '晚' }),
    ]);
    expect(refusals.map(({ event: it, code, document }) => [it, code, document])).toEqual([
      [1, 'NOT_LATER', null],
      [0, 'UNKNOWN_DOCUMENT', 'x'],
    ]);
    expect(state.documents['a']?.status).toBe('in-review');
  });
});
