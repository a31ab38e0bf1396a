import type { z } from 'zod';
import { sampleSchema } from '#contracts/rules/sample.schema.js';
import type { Explained } from '#domain/explanation/explained.js';
import { show, showPercent } from '#domain/score/exact.js';
import { yuanToWan } from '#domain/score/money.js';
import { select } from '#domain/selection/select.js';
import type { Outcome, Selection } from '#domain/selection/select.js';
import { drawSpotCheck, verifySpotCheck } from '#domain/selection/spot-check.js';
import type { SpotCheckDraw } from '#domain/selection/spot-check.js';
import { family } from './family.js';

type Sampled = { readonly name: string | null } & (
  | ({ readonly kind: 'spot-check'; readonly verified: Explained<boolean> | null } & SpotCheckDraw)
  | ({ readonly kind: 'key-evaluation'; readonly fiscalYear: number } & Selection)
);

const run = (it: z.output<typeof sampleSchema>): Sampled => {
  const name = it.name ?? null;
  if (it.kind === 'key-evaluation') {
    return { kind: it.kind, name, fiscalYear: it.fiscalYear, ...select(it.candidates, it.rule, it.fiscalYear) };
  }
  const listed = it.origin ? { listOrigin: it.origin } : {};
  const check = { candidates: it.candidates, frozenOn: it.frozenOn, rule: it.rule, origin: it.seed, ...listed };
  const verified = it.published ? verifySpotCheck(check, it.published) : null;
  return { kind: it.kind, name, ...drawSpotCheck(check), verified };
};

const drawLines = ({ listHash, seed, sample, strata, drawn, verified }: Extract<Sampled, { kind: 'spot-check' }>): string[] => [
  `名单摘要 ${listHash}`,
  `种子     ${seed ?? '—'}`,
  sample.sentence.zh,
  ...strata.map((it) => `  ${it.stratum}：${String(it.of)} 个，应抽 ${show(it.share)}，实抽 ${String(it.drawn)}`),
  ...drawn.map((it) => `  ${it.id}（${it.stratum} 第 ${String(it.draw)} 签）`),
  ...(verified ? [`核验：${verified.sentence.zh}`, ...verified.steps.map(({ zh, result }) => `  ${zh}：${result}`)] : []),
];

const outcomeLine = ({ id, name, sentence }: Outcome): string => `  ${id} ${name}：${sentence.zh}`;

const selectionLines = ({ chosen, leftOut, quotas, totals, coverage, exceeds }: Extract<Sampled, { kind: 'key-evaluation' }>): string[] => [
  `入选 ${String(chosen.length)} 个${exceeds ? '（必评项目超出名额）' : ''}，共 ${String(totals.candidates)} 个候选`,
  ...(totals.share === null
    ? []
    : [`资金 ${yuanToWan(totals.amountChosen!)} 万元，占 ${yuanToWan(totals.amount!)} 万元的 ${showPercent(totals.share)}`]),
  ...chosen.map(outcomeLine),
  '未入选：',
  ...leftOut.map(outcomeLine),
  ...quotas
    .filter(({ chosen: n, met }) => n > 0 || !met)
    .map((it) => `名额 ${it.id}（${it.group}）：${String(it.chosen)}${it.met ? '' : '，未满足'}`),
  `${String(coverage.years)} 年全覆盖：${String(coverage.covered)}/${String(coverage.of)}`,
  ...(coverage.missing.length > 0 ? [`  尚未覆盖：${coverage.missing.join('、')}`] : []),
  ...(coverage.unknown.length > 0 ? [`  情况不明：${coverage.unknown.join('、')}`] : []),
];

const print = (it: Sampled): string => {
  const [title, lines] = it.kind === 'spot-check' ? ['自评抽查抽样', drawLines(it)] : ['重点评价选题', selectionLines(it)];
  return [it.name ?? title, ...lines].join('\n');
};

const objects = (it: Sampled): boolean =>
  it.kind === 'spot-check' ? it.verified !== null && it.verified.value !== true : it.exceeds || it.quotas.some(({ met }) => !met);

/** 抽查抽样与重点评价选题: a published draw that does not hold, and quotas that cannot be met, are to be corrected. */
export const sample = family({ schema: sampleSchema, run, print, objects });
