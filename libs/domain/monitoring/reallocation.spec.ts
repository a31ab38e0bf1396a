import { sumYuan } from '#domain/score/money.js';
import { reallocate } from './reallocation.js';

it('moves what is taken, and both together stay what they were', () => {
  const moved = reallocate({ from: '100000.10', keeps: '60000.00', to: '0.05' });
  expect(moved).toEqual({ moved: '40000.10', to: '40000.15' });
  expect(sumYuan(['60000.00', '40000.15'])).toBe(sumYuan(['100000.10', '0.05']));
});

it('moves nothing where nothing is taken', () => {
  expect(reallocate({ from: '100.00', keeps: '100', to: '0.00' })).toMatchObject({
    problem: { zh: '调剂后的预算数应少于现预算 100.00 元' },
  });
});
