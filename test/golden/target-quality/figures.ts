import { QUALITY_RULES } from '#domain/policy/policy.js';
import type { QualityRuleName } from '#domain/policy/policy.js';
import { checkTarget } from '#domain/target-filing/quality.js';
import { STANDARD_RULES } from '#domain/target-filing/quality/catalogue.js';
import type { Labelled } from './labelled.js';

/** How often a rule was right: found what is labelled, found what is not, missed what is. */
export interface Figures {
  readonly right: number;
  readonly falseAlarms: readonly string[];
  readonly missed: readonly string[];
}

const foundIn = ({ target }: Labelled): ReadonlySet<QualityRuleName> =>
  new Set(checkTarget(target, STANDARD_RULES).findings.map((it) => it.rule));

/** Counted once a target and rule, however many findings the rule has there. */
export const figuresByRule = (labelled: readonly Labelled[]): ReadonlyMap<QualityRuleName, Figures> => {
  const looked = labelled.map((it) => ({ it, found: foundIn(it) }));
  return new Map(
    QUALITY_RULES.map((rule) => {
      const known = looked.filter(({ it }) => !it.unknown?.includes(rule));
      const ids = (wanted: boolean, was: boolean): string[] =>
        known.filter(({ it, found }) => it.faults.includes(rule) === wanted && found.has(rule) === was).map(({ it }) => it.id);
      return [rule, { right: ids(true, true).length, falseAlarms: ids(false, true), missed: ids(true, false) }];
    }),
  );
};

/** Targets with any fault at all against targets with any finding at all. */
export const figuresByTarget = (labelled: readonly Labelled[]): Figures => {
  const looked = labelled.map((it) => ({
    it,
    faulty: it.faults.length > 0,
    found: [...foundIn(it)].some((rule) => !it.unknown?.includes(rule)),
  }));
  const ids = (wanted: boolean, was: boolean): string[] =>
    looked.filter((it) => it.faulty === wanted && it.found === was).map(({ it }) => it.id);
  return { right: ids(true, true).length, falseAlarms: ids(false, true), missed: ids(true, false) };
};

export const total = (all: Iterable<Figures>): Figures =>
  [...all].reduce<Figures>(
    (sum, it) => ({
      right: sum.right + it.right,
      falseAlarms: [...sum.falseAlarms, ...it.falseAlarms],
      missed: [...sum.missed, ...it.missed],
    }),
    { right: 0, falseAlarms: [], missed: [] },
  );

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
export const precision = ({ right, falseAlarms }: Figures): string => share(right, right + falseAlarms.length);
export const recall = ({ right, missed }: Figures): string => share(right, right + missed.length);

const line = (name: string, it: Figures): string =>
  `| ${name} | ${String(it.right + it.missed.length)} | ${String(it.right)} | ${String(it.falseAlarms.length)} | ${String(it.missed.length)} | ${precision(it)} | ${recall(it)} |`;

const HEAD = ['| | labelled | found | false alarms | missed | precision | recall |', '| --- | ---: | ---: | ---: | ---: | ---: | ---: |'];

export const KINDS = ['real', 'sound', 'variation', 'hand', 'fresh'] as const;
export const ofKind = (all: readonly Labelled[], kind: (typeof KINDS)[number]): readonly Labelled[] =>
  all.filter((it) => it.origin.startsWith(kind));

/** The tables of docs/target-quality.md. */
export const tables = (all: readonly Labelled[]): string => {
  const byRule = figuresByRule(all);
  const wrong = [...byRule].flatMap(([rule, { falseAlarms, missed }]) => [
    ...falseAlarms.map((id) => `| \`${rule}\` | false alarm | ${id} |`),
    ...missed.map((id) => `| \`${rule}\` | missed | ${id} |`),
  ]);
  return [
    '### By rule\n',
    ...HEAD,
    ...[...byRule].map(([rule, it]) => line(`\`${rule}\``, it)),
    line('**all rules**', total(byRule.values())),
    '\n### By origin of the targets (all rules together)\n',
    ...HEAD,
    ...KINDS.map((kind) => line(`${kind}, ${String(ofKind(all, kind).length)} targets`, total(figuresByRule(ofKind(all, kind)).values()))),
    '\n### By target: is anything wrong with it?\n',
    ...HEAD,
    ...KINDS.map((kind) => line(`${kind}, ${String(ofKind(all, kind).length)} targets`, figuresByTarget(ofKind(all, kind)))),
    line(`**all ${String(all.length)} targets**`, figuresByTarget(all)),
    '\n### Every error\n',
    '| rule | error | target |',
    '| --- | --- | --- |',
    ...wrong,
  ].join('\n');
};
