import { z } from 'zod';
import { both } from '#contracts/policy/fields.js';
import { readCases } from '#contracts/rules/case-file.js';
import type { Explained } from '#domain/explanation/explained.js';
import { differencesOf, explanationsIn } from '#domain/explanation/find.js';
import type { Difference } from '#domain/explanation/find.js';
import type { Json } from '#domain/json.js';
import { FAMILIES } from './families.js';

/** A stored result: what `--json` of a rule family wrote. */
export const exportedSchema = z.strictObject({
  family: z.string().refine((it) => Object.hasOwn(FAMILIES, it), { error: both('没有这个规则族', 'there is no such rule family') }),
  case: z.unknown(),
  result: z.unknown(),
});

/** A stored result beside the same case computed anew by the present rules. */
export interface Recomputed {
  readonly family: string;
  readonly identical: boolean;
  readonly differences: readonly Difference[];
  /** Of the stored result. */
  readonly explanations: readonly Explained<Json>[];
}

/**
 * Computes each stored case anew and says where the stored result differs.
 * @throws CaseFileError when the file, or a case in it, cannot be read
 */
export const recompute = async (text: string): Promise<readonly Recomputed[]> =>
  Promise.all(
    readCases(text, exportedSchema).map(async ({ read }) => {
      const { schema, run } = await FAMILIES[read.family]!.load();
      const [again] = readCases(JSON.stringify(read.case), schema);
      const computed: unknown = JSON.parse(JSON.stringify(run(again!.read)));
      const differences = differencesOf(read.result, computed);
      return { family: read.family, identical: differences.length === 0, differences, explanations: explanationsIn(read.result) };
    }),
  );

const SHOWN = 20;
const value = (it: unknown): string => (it === undefined ? '—' : (JSON.stringify(it) ?? '—').slice(0, 120));

const inputLines = ({ inputs }: Explained<Json>): string[] =>
  inputs.map(({ name, zh, en, value: given, origin }) => {
    const from = origin === null ? '来源未注明 origin unknown' : [origin.document, origin.by, origin.at].filter(Boolean).join(' · ');
    return `  输入 ${zh}${en === zh ? '' : ` ${en}`}（${name}）= ${given === null ? '—' : String(given)}    ［${from}］`;
  });

const stepLines = ({ steps }: Explained<Json>): string[] =>
  steps.map(
    ({ zh, en, formula, result }, i) => `  ${String(i + 1)}. ${zh} ${en}：${formula === undefined ? '' : `${formula} = `}${result}`,
  );

/** One explanation in full: rule, inputs with their origin, steps with formula and exact result, rounding, the sentence in both languages. */
export const printExplanation = (it: Explained<Json>): string =>
  [
    `■ ${it.rule.id}@${it.rule.version}`,
    `  ${it.sentence.zh}`,
    `  ${it.sentence.en}`,
    `  依据 ${it.rule.source}`,
    ...inputLines(it),
    ...stepLines(it),
    ...(it.reason === undefined ? [] : [`  原因 reason：${it.reason}`]),
    `  ${it.rounding.zh} ${it.rounding.en}`,
  ].join('\n');

const verdict = ({ identical, differences }: Recomputed): string[] => {
  if (identical) return ['重新计算结果一致 recomputed: identical'];
  const more = differences.length > SHOWN ? [`    … ${String(differences.length - SHOWN)} more`] : [];
  const lines = differences.slice(0, SHOWN).map((it) => `    ${it.path}：${value(it.stored)} → ${value(it.computed)}`);
  return [`重新计算结果不同 recomputed: ${String(differences.length)} differences (stored → computed)`, ...lines, ...more];
};

export const printRecomputed = (it: Recomputed, index: number): string =>
  [`── ${it.family} ${String(index + 1)} ──`, ...it.explanations.map(printExplanation), ...verdict(it)].join('\n');
