import { nodesOf } from '../leaves.js';
import type { Rubric, RubricNode } from '../rubric.js';
import { finding } from './finding.js';
import type { Finding } from './finding.js';

/** What of a node decides a score, as text that can be compared. */
const meaningOf = ({ weight, rule, missing, children }: RubricNode): string =>
  JSON.stringify([weight ?? null, rule ?? null, missing ?? null, children !== undefined]);

const differences = (a: Rubric, b: Rubric): string[] => {
  const [left, right] = [a, b].map((it) => new Map(nodesOf(it.indicators).map(({ id, node }) => [id, meaningOf(node)])));
  const ids = [...new Set([...left!.keys(), ...right!.keys()])].filter((it) => left!.get(it) !== right!.get(it));
  const whole = (['full', 'weights', 'grades', 'caps'] as const).filter(
    (it) => JSON.stringify(a[it] ?? null) !== JSON.stringify(b[it] ?? null),
  );
  return [...whole, ...ids];
};

/** Two rubrics that claim the same published table must agree in every weight, rule, band and cap. */
export const compareRubrics = (rubrics: readonly Rubric[]): Finding[] =>
  rubrics.flatMap((a, i) =>
    rubrics.slice(i + 1).flatMap((b, j) => {
      if (a.table === undefined || a.table !== b.table) return [];
      const where = differences(a, b);
      if (where.length === 0) return [];
      const listed = where.slice(0, 10).join('、') + (where.length > 10 ? ' …' : '');
      const names = `${a.id}@${a.version}, ${b.id}@${b.version}`;
      return [
        finding(
          'RUBRICS_DIFFER',
          'error',
          `rubrics.${String(i + 1 + j)}`,
          `${names} 同称“${a.table}”，但不一致：${listed}`,
          `${names} claim one table but differ: ${listed}`,
        ),
      ];
    }),
  );
