import { UNROUNDED } from '#domain/explanation/explained.js';
import type { Explained, ExplainedInput, Origin, Sentence, Step } from '#domain/explanation/explained.js';
import type { Day } from '#domain/policy/policy.js';
import { drawSample } from './draw.js';
import type { DrawRule, Drawn, Sample } from './draw.js';
import { listHash } from './frozen-list.js';
import type { Candidate } from './frozen-list.js';
import { seedOf } from './seed.js';
import type { SeedOrigin } from './seed.js';

/** What a draw needs, all of it published: the list, the day on which it was frozen, the rule, and where the seed comes from. */
export interface SpotCheck {
  readonly candidates: readonly Candidate[];
  readonly frozenOn: Day;
  /** Where the list stands. */
  readonly listOrigin?: Origin;
  readonly rule: DrawRule;
  /** Null until the seed's origin has spoken. */
  readonly origin: SeedOrigin | null;
}

/** What was published of a draw, to be checked. Absent parts are not checked. */
export interface PublishedDraw {
  readonly listHash?: string;
  readonly seed?: string;
  readonly drawn?: readonly string[];
}

export interface SpotCheckDraw extends Sample {
  readonly listHash: string;
  /** Ids in the order of the strata; null with a reason where there is no seed that can be trusted. */
  readonly sample: Explained<readonly string[]>;
  readonly seed: string | null;
}

const RULE = { id: 'spot-check-draw', version: '1', source: '财预〔2020〕10号 自评抽查复核；分层比例与幅度由本地办法规定' };

const WEAK: Sentence = {
  zh: '（种子取自存证：最后填报者可影响，建议改用公开数值）',
  en: ' (seed from the trail: whoever filed last moves it; a public value is better)',
};

const strataSteps = ({ strata }: Sample, rate: string): Step[] =>
  strata.map(({ stratum, of, share, drawn }) => ({
    formula: `${String(of)} × ${rate}% = ${share}`,
    result: String(drawn),
    zh: `${stratum}：按最大余数`,
    en: `${stratum}: by largest remainder`,
  }));

const drawnSteps = (drawn: readonly Drawn[]): Step[] =>
  drawn.map(({ id, stratum, draw }) => ({ result: id, zh: `${stratum} 第 ${String(draw)} 签`, en: `${stratum}, lot ${String(draw)}` }));

const inputsOf = ({ candidates, frozenOn, rule, listOrigin }: SpotCheck, hash: string): readonly ExplainedInput[] => {
  const input = (name: string, zh: string, en: string, value: string): ExplainedInput => ({
    name,
    zh,
    en,
    value,
    origin: listOrigin ?? null,
  });
  return [
    input('candidates', '名单项目数', 'projects in the list', String(candidates.length)),
    input('listHash', '名单摘要 SHA-256', 'SHA-256 of the list', hash),
    input('frozenOn', '名单冻结日', 'list frozen on', frozenOn),
    input('rate', '抽查比例（%）', 'rate in per cent', rule.rate),
  ];
};

/** Draws the sample, or says why there is no seed for it yet. Everything that is needed to repeat the draw stands in the answer. */
export const drawSpotCheck = (it: SpotCheck): SpotCheckDraw => {
  const hash = listHash(it.candidates);
  const seeded = seedOf(hash, it.frozenOn, it.origin);
  const common = { rule: RULE, inputs: [...inputsOf(it, hash), ...seeded.inputs], rounding: UNROUNDED };
  if (seeded.seed === null) {
    const { reason, sentence } = seeded;
    return { listHash: hash, seed: null, drawn: [], strata: [], sample: { ...common, value: null, reason, steps: [], sentence } };
  }
  const sample = drawSample(it.candidates, it.rule, seeded.seed);
  const [n, of] = [String(sample.drawn.length), String(it.candidates.length)];
  const weak = it.origin?.method === 'trail' ? WEAK : { zh: '', en: '' };
  return {
    listHash: hash,
    seed: seeded.seed,
    ...sample,
    sample: {
      ...common,
      value: sample.drawn.map(({ id }) => id),
      steps: [seeded.step, ...strataSteps(sample, it.rule.rate), ...drawnSteps(sample.drawn)],
      sentence: { zh: `${of} 个项目中抽取 ${n} 个${weak.zh}`, en: `${n} of ${of} projects drawn${weak.en}` },
    },
  };
};

const VERIFIED = { id: 'spot-check-verification', version: '1', source: RULE.source };

const differences = (own: SpotCheckDraw, published: PublishedDraw): Step[] => {
  const [mine, theirs] = [new Set(own.drawn.map(({ id }) => id)), new Set(published.drawn)];
  const differing = (result: string, zh: string, en: string): Step => ({ result, zh, en });
  return [
    ...(published.listHash === undefined || published.listHash === own.listHash
      ? []
      : [differing(own.listHash, '名单摘要与公布的不同', 'the list is not the one that was published')]),
    ...(published.seed === undefined || published.seed === own.seed
      ? []
      : [differing(own.seed ?? 'null', '种子与公布的不同', 'the seed is not the one that was published')]),
    ...(published.drawn ? [...mine].filter((id) => !theirs.has(id)) : []).map((id) =>
      differing(id, '应抽中而未公布', 'drawn, and not in the published sample'),
    ),
    ...[...theirs].filter((id) => !mine.has(id)).map((id) => differing(id, '公布了而未抽中', 'published, and not drawn')),
  ];
};

/** Is a published draw the one that its list and seed give? Null, with the reason, where it cannot be drawn again. */
export const verifySpotCheck = (it: SpotCheck, published: PublishedDraw): Explained<boolean> => {
  const own = drawSpotCheck(it);
  const { inputs, rounding, reason, sentence } = own.sample;
  const common = { rule: VERIFIED, inputs, rounding };
  if (reason !== undefined) return { ...common, value: null, reason, steps: [], sentence };
  const steps = differences(own, published);
  const said =
    steps.length === 0
      ? { zh: '与公布的抽样一致', en: 'the published draw holds' }
      : { zh: '与公布的抽样不一致', en: 'the published draw does not hold' };
  return { ...common, value: steps.length === 0, steps, sentence: said };
};
