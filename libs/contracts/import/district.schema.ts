import { z } from 'zod';
import { amount, decimal, label, sentence } from '../forms/fields.js';

/** Codes are the district's own (单位代码) where it prints them, else made by the mapper. */
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/);
const aliases = z.array(label).max(20);
const grade = z.enum(['优', '良', '中', '差']);
const name = z.string().trim().min(1).max(200);

/** Which budget figure an amount is; `label` keeps the heading under which it was published, because headings differ. */
export const AMOUNT_KINDS = ['initialBudget', 'approvedBudget', 'adjustedBudget', 'fundsReceived', 'executed'] as const;

const projectAmount = z.strictObject({ kind: z.enum(AMOUNT_KINDS), yuan: amount, label, source: sentence });

/** A published result. `score` is the bureau's or agency's, `selfScore` the unit's own. */
const published = z.strictObject({
  score: decimal.nullable(),
  selfScore: decimal.nullable(),
  grade: grade.nullable(),
  agency: code.nullable(),
  source: sentence,
});

export const districtImportSchema = z
  .strictObject({
    format: z.literal('jiheng-district@1'),
    district: z.strictObject({ code, name: label, generated: z.boolean() }),
    /** The budget year of the projects, and the year in which they are evaluated. */
    fiscalYear: z.int().min(2000).max(2100),
    evaluationYear: z.int().min(2000).max(2100),
    source: sentence,
    sectorOffices: z.array(z.strictObject({ code, name: label, aliases, assumed: z.boolean() })).max(100),
    departments: z
      .array(z.strictObject({ code, name: label, aliases, category: label, sectorOffice: code, published: published.nullable() }))
      .min(1)
      .max(2_000),
    units: z
      .array(z.strictObject({ code, name: label, aliases, department: code, classified: z.boolean() }))
      .min(1)
      .max(20_000),
    agencies: z.array(z.strictObject({ code, name: label })).max(500),
    projects: z
      .array(
        z.strictObject({
          code,
          /** 序号 as published; several rows may share one. */
          number: z.string().max(20),
          name,
          unit: code,
          /** The table names no implementing unit, and the mapper chose one. */
          unitAssumed: z.boolean(),
          class: z.enum(['ordinary', 'key']),
          /** 新增 (true) or 延续; a new project above the policy's threshold needs an ex-ante evaluation. */
          isNew: z.boolean(),
          amounts: z.array(projectAmount).max(10),
          published: published.nullable(),
        }),
      )
      .max(50_000),
    findings: z
      .array(
        z.strictObject({ code, project: code.nullable(), kind: label, number: z.string().max(20), text: z.string().min(1).max(5_000) }),
      )
      .max(10_000),
  })
  .meta({ id: 'DistrictImport' });

/** One district with its organisation, projects, published results and findings, ready to be written in one transaction. */
export type DistrictImport = z.infer<typeof districtImportSchema>;
