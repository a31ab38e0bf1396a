import { crossed } from './crossing.js';
import { idleFunds } from './idle-funds.js';
import type { MonitoringResult } from './warnings.js';

describe('idle funds', () => {
  it('are what the unit does not expect to spend, with the figures in the formula', () => {
    const idle = idleFunds({ budget: '1000.00', executed: '300.00', forecast: '650.50' });
    expect(idle).toMatchObject({ value: '349.50', sentence: { zh: '闲置资金 349.50 元' } });
    expect(idle.steps[0]!.formula).toBe('1000.00 - max(650.50, 300.00)');
  });

  it('count what is spent already, whatever was forecast, and are never below nothing', () => {
    expect(idleFunds({ budget: '1000', executed: '700', forecast: '650' }).value).toBe('300.00');
    expect(idleFunds({ budget: '1000', executed: '1200', forecast: '1000' }).value).toBe('0.00');
  });

  it('are not known without a forecast: unspent in July is not idle', () => {
    expect(idleFunds({ budget: '1000', executed: '0', forecast: null })).toMatchObject({ value: null, reason: 'NO_FORECAST' });
  });
});

it('a warning is new when its rule did not warn before', () => {
  const result = { warnings: [{ id: 'behind' }, { id: 'far-behind' }] } as unknown as MonitoringResult;
  expect(crossed(result, []).map(({ id }) => id)).toEqual(['behind', 'far-behind']);
  expect(crossed(result, ['behind', 'other']).map(({ id }) => id)).toEqual(['far-behind']);
});
