import { submissionGate } from '#activities/submission/submission-gate.js';
import type { PlannedStage, Policy } from '#domain/policy/policy.js';
import { openApiOffice } from './api-office.js';
import type { ApiOffice, Caller } from './api-office.js';
import { LaunchedYear } from './launched-year.js';
import type { Owed } from './launched-year.js';

/** A year in which one project is evaluated and told the result, with what the policy says of both. */
export const EVALUATED_PLAN: readonly PlannedStage[] = [
  {
    stage: 'key-evaluation',
    opens: '2023-05-04',
    planDue: '2023-05-10',
    draftDue: '2023-08-31',
    commentWindow: 5,
    finalWithin: 10,
    silence: 'consent',
    chain: 'bureau',
    ladder: 'short',
  },
  { stage: 'feedback', after: 'key-evaluation', within: 5, ladder: 'short' },
];

const POLICY: Pick<Policy, 'keyEvaluation' | 'feedback'> = {
  keyEvaluation: {
    assignment: { creditGrades: ['A', 'B'], contractYears: 3, declaration: true, source: '试点区 2023' },
    workingPapers: true,
    agencyRating: {
      criteria: { quality: '60', punctuality: '40' },
      grades: [
        { from: '90', grade: 'A' },
        { from: '0', grade: 'C' },
      ],
    },
    selection: {
      version: 'test@1',
      take: 1,
      exclude: [],
      must: [],
      criteria: [{ id: 'amount', of: 'amount', from: '0', to: '100000000', points: '100', whenMissing: '0' }],
      quotas: [],
      ties: [],
      coverage: { years: 5, of: 'class == key' },
    },
  },
  feedback: { signOff: 'bureau', within: 3, ladder: 'short', rectifyWithin: 20 },
};

/** The people of such a year, and its parts as they are opened. */
export class EvaluatedYear {
  private constructor(
    readonly office: ApiOffice,
    readonly year: LaunchedYear,
    readonly people: Readonly<Record<'bureau' | 'signer' | 'agency' | 'unit', Caller>>,
  ) {}

  static openOffice(): Promise<ApiOffice> {
    return openApiOffice('2023-05-04T08:00', ({ source }) => ({ gate: submissionGate(source) }));
  }

  /** `assign` is what the bureau does before the launch, for the project and the agency of the year. */
  static async launch(office: ApiOffice, assign: (bureau: Caller, year: LaunchedYear, of: Pair) => Promise<void>): Promise<EvaluatedYear> {
    const year = await LaunchedYear.launch(office, EVALUATED_PLAN, async (it) => {
      await it.rows('update campaign set policy = policy || $2::jsonb where id = $1', JSON.stringify(POLICY));
      const [pair] = await it.rows<Pair>(
        `select p.id as project, p.unit_id as unit, a.id as agency from campaign c join project p on p.district_id = c.district_id
         join agency a on a.district_id = c.district_id where c.id = $1 order by p.code limit 1`,
      );
      await assign(await office.as(it.bureau), it, pair!);
    });
    const seat = async (role: string, also?: string): Promise<Caller> => office.as(await year.seated(role, also));
    const people = {
      bureau: await office.as(year.bureau),
      signer: await seat('bureau', `p.id <> '${year.bureau}'`),
      agency: await seat('agency', 'g.agency_id in (select agency_id from evaluation)'),
      unit: await seat('unit', 'g.unit_id in (select q.unit_id from evaluation e join project q on q.id = e.project_id)'),
    };
    return new EvaluatedYear(office, year, people);
  }

  async evaluation(): Promise<{ readonly id: string; readonly status: string; readonly score: string | null }> {
    const [row] = await this.year.rows<Awaited<ReturnType<EvaluatedYear['evaluation']>>>(
      'select id, status, score::text as score from evaluation where campaign_id = $1',
    );
    return row!;
  }

  /** The obligation of this kind, once it is open and runs. */
  part(kind: string, stage = 'key-evaluation'): Promise<Owed> {
    return this.year.part(stage, kind);
  }

  /** What the API answers to a submission: done, or the refusal of its one document. */
  async submits(who: Caller, { documents: [id] }: Owed): Promise<{ readonly code: string | null; readonly paths: readonly string[] }> {
    const { body } = await who.send('post', '/documents/submit', { documents: [{ id }] }).expect(200);
    const { refusal } = body.results[0] as { refusal?: { code: string; errors?: { path: string }[] } };
    return { code: refusal?.code ?? null, paths: (refusal?.errors ?? []).map(({ path }) => path) };
  }

  /** Kinds of notice that somebody got of an obligation, oldest first. */
  async told({ person }: Caller, { obligation }: Owed): Promise<readonly string[]> {
    const rows = await this.year.rows<{ kind: string }>(
      `select x.kind from outbox x join obligation o on o.id = x.obligation_id
       where o.campaign_id = $1 and x.person_id = $2 and o.id = $3 order by x.at`,
      person,
      obligation,
    );
    return rows.map(({ kind }) => kind);
  }

  async reviews(who: Caller, { documents: [id] }: Owed, verdict: 'approve' | 'return' = 'approve'): Promise<string | null> {
    const reasons = verdict === 'return' ? { reasons: [{ text: '数据来源不清。' }] } : {};
    const { body } = await who.send('post', '/documents/review', { documents: [{ id }], verdict, ...reasons }).expect(200);
    return (body.results[0] as { refusal?: { code: string } }).refusal?.code ?? null;
  }
}

export interface Pair {
  readonly project: string;
  readonly unit: string;
  readonly agency: string;
}
