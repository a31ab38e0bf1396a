import { v7 as uuid } from 'uuid';
import { SAMPLES, sampleReport } from '#contracts/forms/samples.js';
import type { EvaluationReportContent } from '#domain/key-evaluation/content.js';
import type { KeyEvaluationPolicy } from '#domain/policy/key-evaluation-policy.js';
import type { ApiOffice, Caller } from './api-office.js';
import { EvaluatedYear } from './evaluated-year.js';
import type { Pair } from './evaluated-year.js';
import type { LaunchedYear } from './launched-year.js';

/** What each band counts, as one district has it. */
export const SATISFACTION: NonNullable<KeyEvaluationPolicy['satisfaction']> = {
  options: [
    { option: '非常满意', share: '1' },
    { option: '满意', share: '0.8' },
    { option: '一般', share: '0.6' },
    { option: '不满意', share: '0.3' },
    { option: '非常不满意', share: '0' },
  ],
  source: '试点区 2023',
};

/** Rules of assignment under which an agency neither is graded nor declares. */
export const LEAST_DECLARED: KeyEvaluationPolicy = { assignment: { declaration: false } };

/** The points of a report of the sample plan, by indicator in its order; each with its paper. */
export const reportOf = (points: readonly string[], score: string): EvaluationReportContent => {
  const { scoreItems, ...report } = sampleReport('0');
  const items = scoreItems.map((it, i) => ({ ...it, points: points[i]!, papers: ['D-1'] }));
  return { ...report, scoreItems: items, score, workingPapers: [{ number: 'D-1', title: '现场核查记录' }] };
};

/** A year with one evaluation, its agency graded and declared, its plan approved: the draft is being written. */
export const launchScored = async (office: ApiOffice, policy: KeyEvaluationPolicy): Promise<EvaluatedYear> => {
  let lead = '';
  const assign = async (bureau: Caller, year: LaunchedYear, { project, agency }: Pair): Promise<void> => {
    const changed = `jsonb_set(policy, '{keyEvaluation}', policy -> 'keyEvaluation' || $2::jsonb)`;
    await year.rows(`update campaign set policy = ${changed} where id = $1`, JSON.stringify(policy));
    const graded = { creditGrade: 'A', reason: '评定' };
    await bureau.send('patch', `/agencies/${agency}/register`, graded, { 'if-match': '"1"' }).expect(200);
    const { body } = await bureau.send('post', `/agencies/${agency}/lead-evaluators`, { name: '主评人', certificate: 'Z-1' }).expect(201);
    lead = body.id as string;
    await bureau.send('post', `/campaigns/${year.campaign}/evaluations`, { project, agency }).expect(201);
  };
  const played = await EvaluatedYear.launch(office, assign);
  const { agency, bureau } = played.people;
  const plan = await played.part('evaluation-plan');
  const { id } = await played.evaluation();
  const declaration = { leadEvaluator: lead, interests: [], truthful: true };
  await agency.send('post', `/evaluations/${id}/declaration`, declaration).expect(200);
  await agency.fill(plan.documents[0]!, SAMPLES['evaluation-plan']);
  await agency.submit(plan);
  await played.reviews(bureau, plan);
  await played.part('evaluation-draft');
  return played;
};

/** Somebody with one role in the district of the year. */
export const someone = async (played: EvaluatedYear, role: string, place: Record<string, string> = {}): Promise<Caller> => {
  const { office, year } = played;
  const [person, district] = [uuid(), year.district];
  await office.source.query(`insert into person (id, district_id, email, name, password_hash) values ($1, $2, $3, $4, '')`, [
    ...[person, district, `${person}@example`, `${role} ${person.slice(-4)}`],
  ]);
  const { agency_id: agency = null, district_id: of = agency === null ? district : null } = place;
  await office.source.query(`insert into role_grant (id, person_id, role, district_id, agency_id) values ($1, $2, $3, $4, $5)`, [
    ...[uuid(), person, role, of, agency],
  ]);
  return office.as(person);
};
