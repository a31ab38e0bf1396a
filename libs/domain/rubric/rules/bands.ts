import type { Sentence } from '#domain/explanation/explained.js';
import { exact, exactText, greatest, ZERO } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { contains, coverage, showInterval } from '#domain/score/interval.js';
import type { Interval } from '#domain/score/interval.js';
import { inputsOf, measured, rangeOf } from '../measure.js';
import type { ScoreBand } from '../rubric.js';
import { unscorable } from '../unscorable.js';
import type { RuleFault, RuleType } from './rule-type.js';

const given = (band: ScoreBand, at: Exact, full: Exact): { readonly formula: string; readonly points: Exact } => {
  if (band.points !== undefined) return { formula: `${exactText(at)} ∈ ${showInterval(band)}`, points: exact(band.points) };
  const [x, whole] = [exactText(at), exactText(full)];
  return band.share === 'deduct'
    ? { formula: `${whole} + (${x}) × ${whole}`, points: full.add(at.mul(full)) }
    : { formula: `${x} × ${whole}`, points: at.mul(full) };
};

/** What is wrong with a list of bands that should cover `whole`: each gap, each overlap, each band that holds nothing. */
export const bandFaults = (bands: readonly Interval[], whole: Interval, what: Sentence): RuleFault[] => {
  const { gaps, overlaps, empty } = coverage(bands, whole);
  const show = (i: number): string => showInterval(bands[i]!);
  return [
    ...gaps.map((it): RuleFault => {
      const gap = it.from !== undefined && it.from === it.upTo ? it.from : showInterval(it);
      return { code: 'BAND_GAP', zh: `${what.zh}没有规定：${gap}`, en: `${what.en} say nothing for ${gap}` };
    }),
    ...overlaps.map(([a, b]): RuleFault => ({
      code: 'BAND_OVERLAP',
      zh: `${what.zh}重叠：${show(a)} 与 ${show(b)}`,
      en: `${what.en} overlap: ${show(a)} and ${show(b)}`,
    })),
    ...empty.map((i): RuleFault => ({ code: 'BAND_EMPTY', zh: `${what.zh}空档：${show(i)}`, en: `${what.en} hold nothing: ${show(i)}` })),
  ];
};

const topOf = (band: ScoreBand, full: Exact): Exact => {
  if (band.points !== undefined) return exact(band.points);
  const end = band.upTo ?? band.below;
  if (end === undefined) return full;
  return band.share === 'deduct' ? full.add(exact(end).mul(full)) : exact(end).mul(full);
};

/**
 * Points by the band in which the measure lies; 满意度≤60%，得零分；60%<满意度<100%，得分=满意度*分值 (fixtures/beibei-2019 bb19-r19). Bands may neither
 * overlap nor leave a gap: the linter says so.
 */
export const bands: RuleType<'bands'> = {
  label: { zh: '分档计分', en: 'bands' },
  inputs: ({ measure }) => inputsOf(measure),
  score: (rule, full, reading) => {
    const at = measured(rule.measure, reading);
    const band = rule.bands.find((it) => contains(it, at));
    if (!band) return unscorable('NO_BAND', `${exactText(at)} 不在任何档内`, `${exactText(at)} lies in no band`);
    const { formula, points } = given(band, at, full);
    reading.step('所在档得分', 'points of the band', formula, points);
    return points;
  },
  most: (rule, full) => rule.bands.map((it) => topOf(it, full)).reduce((best, it) => greatest(best, it), ZERO),
  lint: ({ measure, bands: list }, _, inputs) => bandFaults(list, rangeOf(measure, inputs), { zh: '计分档', en: 'the bands' }),
};
