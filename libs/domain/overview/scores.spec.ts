import { distributionOf } from './scores.js';

it('has exact means and medians and counts the grades', () => {
  const groups = [
    { grade: '优', conclusion: 'true', scores: ['95.00', '90.00'] },
    { grade: '良', conclusion: 'untrue', scores: ['80.50'] },
  ];
  expect(distributionOf(groups)).toMatchObject({
    ...{ scored: 3, mean: '177/2', meanShown: '88.50', median: '90', medianShown: '90.00' },
    ...{ least: '161/2', most: '95', grades: { 优: 2, 良: 1 }, untrue: 1 },
  });
  expect(distributionOf([])).toBeNull();
});
