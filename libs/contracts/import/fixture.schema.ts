import { z } from 'zod';

const text = z.string().min(1).max(2_000);
const decimal = z.string().regex(/^\d{1,12}(\.\d{1,8})?$/);
const grade = z.enum(['优', '良', '中', '差']);
const money = z.looseObject({ wan: decimal }).nullish();

/** The parts of the published tables that the mappers read; `fixtures/README.md` explains every field. */
export const fixtureSchemas = {
  source: z.looseObject({
    district: text,
    document_title: text,
    fiscal_year: z.string().regex(/^\d{4}$/),
    evaluation_year: z.string().regex(/^\d{4}$/),
  }),
  projects: z
    .array(
      z.looseObject({
        id: text,
        seq: text,
        name: text,
        supervising_dept: text.nullable(),
        implementing_units: z.array(text).nullable(),
        funds_wan: decimal,
        funds_label: text,
        score: decimal.nullable(),
        self_score: decimal.nullable(),
        grade: grade.nullable(),
        section: text.nullish(),
        unit_code: text.nullish(),
        eval_type: text,
        actual: money,
      }),
    )
    .min(1),
  departments: z
    .array(
      z.looseObject({
        id: text,
        name: text,
        code: text.nullish(),
        section: text.nullish(),
        category: text.nullish(),
        overall_score: decimal.nullish(),
        grade: grade.nullish(),
        agency: text.nullish(),
        aliases_published: z.array(text).nullish(),
        role: text.nullish(),
      }),
    )
    .min(1),
  findings: z.array(z.looseObject({ id: text, project_id: text.nullable(), type: text, no: z.string().nullable(), text })),
};

export type FixtureFiles = { readonly [K in keyof typeof fixtureSchemas]: z.infer<(typeof fixtureSchemas)[K]> };
export type FixtureProject = FixtureFiles['projects'][number];
