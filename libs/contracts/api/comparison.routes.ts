import { z } from 'zod';
import { byId, flag, id, json, listQuery } from './fields.js';
import { route } from './route.js';

const tag = 'comparison';
const inCampaign = byId('campaign');
const filters = {
  /** Whose scores the self-scores are held against. */
  against: z.enum(['evaluation', 'spot-check']).default('evaluation'),
  department: id.optional(),
  unit: id.optional(),
  agency: id.optional(),
  /** Only gaps beyond the policy's tolerance, or only those within it. */
  beyond: flag.optional(),
};

/** Exact: a decimal or a quotient, compared and summed as such; `shown` is for eyes. */
const figure = z.strictObject({ exact: z.string(), shown: z.string() });
const said = { zh: z.string(), en: z.string() };

const item = z
  .strictObject({
    ...{ project: id, projectCode: z.string(), projectName: z.string(), unit: id, unitName: z.string() },
    ...{ department: id, departmentName: z.string(), agency: id.nullable(), agencyName: z.string().nullable() },
    self: figure.nullable(),
    other: figure,
    /** Self-score less the other. */
    gap: figure.nullable(),
    beyond: z.boolean().nullable(),
    flags: z.array(z.enum(['beyond-tolerance', 'outside-fences'])),
    ...said,
    explanation: json,
  })
  .meta({ id: 'ComparedProject' });

const statistics = z
  .strictObject({ n: z.int(), sum: z.string(), mean: z.string(), median: z.string(), least: z.string(), most: z.string() })
  .nullable();
const group = z
  .strictObject({
    /** The department, unit or agency; null for all together. */
    id: id.nullable(),
    name: z.string(),
    self: statistics,
    other: statistics,
    gap: statistics,
    signs: z.strictObject({ above: z.int(), equal: z.int(), below: z.int() }),
    grades: z.record(z.string(), z.int()).nullable(),
    /** Do the self-scores lean? Null where there are too few; the sentence says so. */
    leaning: z.enum(['high', 'low', 'even']).nullable(),
    ...said,
    explanation: json,
  })
  .meta({ id: 'ComparedGroup' });

export const compareCampaign = route({
  id: 'compareScores',
  method: 'get',
  path: '/campaigns/{campaign}/comparison',
  tag,
  summary:
    '自评与第三方（复核）评分比较 Self-scores against those of agencies or of the spot check: gaps, outliers, leanings, each explained',
  action: 'results.read',
  params: inCampaign,
  query: listQuery(['projectCode'], filters),
  answer: z
    .strictObject({
      items: z.array(item),
      next: z.string().nullable(),
      rule: z.strictObject({ tolerance: z.string(), atLeast: z.int(), notable: z.string(), fence: z.string() }),
      overall: group,
      departments: z.array(group),
      units: z.array(group),
      agencies: z.array(group),
      /** Outside of these a gap is an outlier; null where there are too few to tell. */
      fences: z.strictObject({ low: figure.nullable(), high: figure.nullable(), ...said }),
    })
    .meta({ id: 'ScoreComparison' }),
});

export const exportComparison = route({
  id: 'exportComparison',
  method: 'get',
  path: '/campaigns/{campaign}/comparison.csv',
  tag,
  summary: '导出比较表 The same as a table (UTF-8), all lines of it',
  action: 'results.read',
  params: inCampaign,
  query: z.strictObject(filters),
  status: 200,
  mediaType: 'text/csv',
});

export const COMPARISON_ROUTES = [compareCampaign, exportComparison];
