import { exactText, sum, ZERO } from '#domain/score/exact.js';
import type { NamedInput } from '../measure.js';
import type { RuleType } from './rule-type.js';

const truth = (name: string): NamedInput => ({ name, kind: 'truth', direction: 1 });

/** Points for each condition that is met. fixtures/beibei-2019 管理制度健全性①: 制定财务制度1分，制定业务制度1分. */
export const checklist: RuleType<'checklist'> = {
  label: { zh: '逐项得分', en: 'points an item' },
  inputs: ({ items }) => items.map(({ when }) => truth(when)),
  score: ({ items }, _, reading) => {
    const given = items.map(({ when, points }) => (reading.truth(when) ? points : '0'));
    const points = sum(given);
    reading.step('各项得分', 'points of the items', given.join(' + '), points);
    return points;
  },
  most: ({ items }) => sum(items.map(({ points }) => points)),
};

/** Full if every condition is met, else nothing. 符合,得1分 (fixtures/beibei-2019 资金使用合规性③). */
export const allOrNothing: RuleType<'all-or-nothing'> = {
  label: { zh: '全有或全无', en: 'all or nothing' },
  inputs: ({ all }) => all.map(truth),
  score: ({ all }, full, reading) => {
    const met = all.filter((it) => reading.truth(it));
    const points = met.length === all.length ? full : ZERO;
    const count = `${String(met.length)} / ${String(all.length)}`;
    reading.step('符合条件', 'conditions met', count, exactText(points));
    return points;
  },
  most: (_, full) => full,
};
