import type { z } from 'zod';
import { scoreSchema } from '#contracts/rules/score.schema.js';
import { comparePublished, VERDICT_ZH } from '#domain/score/compare-published.js';
import type { Comparison } from '#domain/score/compare-published.js';
import { show } from '#domain/score/exact.js';
import { scoreRubric } from '#domain/score/score-rubric.js';
import type { RubricScore } from '#domain/score/score-rubric.js';
import type { ScoredPart } from '#domain/score/score-tree.js';
import { family } from './family.js';

type ScoreResult = RubricScore & { readonly name: string | null; readonly published: Comparison | null };

const run = ({ name, rubric, facts, overrides, published }: z.output<typeof scoreSchema>): ScoreResult => {
  const scored = scoreRubric(rubric, facts, overrides);
  // A published score is held against the rules, not against what was set by hand.
  const compared = published ? comparePublished(rubric, scoreRubric(rubric, facts), published) : null;
  return { name: name ?? null, ...scored, published: compared };
};

const cell = (points: string | null): string => (points === null ? '—' : show(points)).padStart(7);

const partLine = ({ id, name, depth, full, points, override }: ScoredPart, published: Comparison | null): string => {
  const compared = published?.indicators.find((it) => it.id === id);
  const beside = compared ? `  公布 ${compared.published ?? '—'} ${VERDICT_ZH[compared.verdict]}` : '';
  const byHand = override === undefined ? '' : override.refused ? '  人工调整超出分值，未采用' : `  人工：${override.reason}`;
  return `${cell(points)} /${cell(full)}  ${'  '.repeat(depth)}${name}${beside}${byHand}`;
};

const remarks = ({ indicators, published, total, bounds }: ScoreResult): string[] => [
  ...indicators.flatMap((it) => (it.explained.value === null && !it.overridden ? [`  ! ${it.explained.sentence.zh}`] : [])),
  ...indicators.flatMap((it) => it.duties.map(({ zh }) => `  ! ${it.name}：${zh}`)),
  ...(published?.indicators ?? []).flatMap((it) =>
    it.verdict === 'questionable' || it.verdict === 'does-not-follow' ? [`  ? ${it.zh}`] : [],
  ),
  ...(published?.repeated ?? []).map(({ zh }) => `  ? ${zh}`),
  ...(published?.attainable === false ? [`  ? 公布总分按规则无法得出（${show(bounds.least)} 至 ${show(bounds.most)}）`] : []),
  ...total.steps.slice(1).map(({ zh, result }) => `  ${zh} → ${show(result)}`),
];

const print = (result: ScoreResult): string =>
  [
    `${result.name ?? result.rubric.title}（${result.rubric.id}@${result.rubric.version}）`,
    ...result.parts.map((it) => partLine(it, result.published)),
    ...remarks(result),
    result.total.value === null
      ? `${result.total.sentence.zh}；应在 ${show(result.bounds.least)} 至 ${show(result.bounds.most)} 之间`
      : result.total.sentence.zh,
  ].join('\n');

/** 评分: what cannot be scored, still needs a reason, or does not follow from its rule is to be corrected. */
export const score = family({
  schema: scoreSchema,
  run,
  print,
  objects: ({ total, indicators, published }) =>
    total.reason !== undefined ||
    indicators.some((it) => it.duties.length > 0) ||
    (published !== null && published.verdicts.questionable + published.verdicts['does-not-follow'] > 0),
});
