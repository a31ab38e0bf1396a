import { exact, exactText, greatest, ZERO } from '#domain/score/exact.js';
import { contains, showInterval } from '#domain/score/interval.js';
import { unscorable } from '../unscorable.js';
import { bandFaults } from './bands.js';
import type { RuleType } from './rule-type.js';

/**
 * 定性指标 in three bands: 达成预期 80–100%, 部分达成并具有一定效果 60–80%, 未达成 0–60%. The bands stand in the rubric. The level that was found and
 * the share that was given must agree.
 */
export const qualitative: RuleType<'qualitative'> = {
  label: { zh: '定性分档', en: 'qualitative bands' },
  inputs: ({ share, level }) => [
    { name: share, kind: 'number', direction: 1 },
    ...(level === undefined ? [] : [{ name: level, kind: 'text' as const, direction: 0 as const }]),
  ],
  score: (rule, full, reading) => {
    const { text, value: share } = reading.number(rule.share);
    const band = rule.levels.find((it) => contains(it, share));
    if (!band) return unscorable('NO_BAND', `${text} 不在任何档内`, `${text} lies in no level`);
    const found = rule.level === undefined ? band.level : reading.text(rule.level);
    if (found !== band.level) {
      const fits = `${showInterval(band)} ${band.level}`;
      return unscorable(
        'OUT_OF_RANGE',
        `认定为“${found}”，但 ${text} 属于 ${fits}`,
        `found to be "${found}", but ${text} belongs to ${fits}`,
      );
    }
    const points = share.mul(full);
    reading.step(`“${band.level}”${showInterval(band)}`, `level ${showInterval(band)}`, `${text} × ${exactText(full)}`, points);
    return points;
  },
  most: ({ levels }, full) =>
    levels.reduce((best, it) => greatest(best, it.upTo === undefined ? (it.below ?? '1') : it.upTo), ZERO).mul(full),
  lint: ({ levels }) => bandFaults(levels, { from: '0', upTo: exact('1').toFraction() }, { zh: '定性档', en: 'the levels' }),
};
