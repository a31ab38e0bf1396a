import { SAMPLES } from '#contracts/forms/samples.js';
import type { EvaluationIndicator } from '#domain/key-evaluation/content.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { EvaluatedYear } from '../support/evaluated-year.js';
import { eventually } from '../support/eventually.js';
import type { LaunchedYear } from '../support/launched-year.js';
import { LEAST_DECLARED, reportOf } from '../support/scored-year.js';

const SYSTEM: readonly EvaluationIndicator[] = SAMPLES['evaluation-plan'].indicators;

let office: ApiOffice;
let department: string;
let tied: string;
beforeAll(async () => {
  office = await EvaluatedYear.openOffice();
});
afterAll(() => office.close());

interface Subject {
  readonly id: string;
  readonly projects: readonly { readonly id: string }[];
}

/** The department as a whole, with all its projects; a unit is none, and it is one once a year. */
const wholeDepartment = async (bureau: Caller, { campaign }: LaunchedYear): Promise<Subject> => {
  const at = `/campaigns/${campaign}/evaluation-subjects`;
  const whole = { type: 'whole-department', unit: department };
  const [{ unit }] = await office.source.query<[{ unit: string }]>('select id as unit from budget_unit where parent_id = $1 limit 1', [
    department,
  ]);
  tied = unit;
  expect((await bureau.send('post', at, { ...whole, unit }).expect(422)).body.code).toBe('NOT_A_DEPARTMENT');
  await bureau.send('post', at, { ...whole, projects: [] }).expect(400);
  const key = { 'idempotency-key': 'whole-1' };
  const { body } = await bureau.send('post', at, whole, key).expect(201);
  expect((await bureau.send('post', at, whole, key).expect(201)).body).toEqual(body);
  await bureau.send('post', at, whole).expect(409);
  const [sum] = await office.source.query<[{ total: string }]>(
    `select sum(initial_budget)::text as total from project where department_id = $1 and status = 'active'`,
    [department],
  );
  expect(body).toMatchObject({ type: 'whole-department', label: '部门名称', department, initialBudget: sum.total, evaluation: null });
  expect(body.projects).toHaveLength(6);
  return body as Subject;
};

/** A bond with two of the projects, and a policy with none named. */
const others = async (bureau: Caller, { campaign }: LaunchedYear, { projects }: Subject): Promise<void> => {
  const at = `/campaigns/${campaign}/evaluation-subjects`;
  const bond = { type: 'special-bond', unit: department, name: '2023年城乡供水专项债券', projects: [projects[0]!.id, projects[1]!.id] };
  await bureau.send('post', at, { ...bond, projects: [] }).expect(400);
  expect((await bureau.send('post', at, { ...bond, projects: [department] }).expect(422)).body.code).toBe('UNKNOWN_REFERENCE');
  expect((await bureau.send('post', at, bond).expect(201)).body).toMatchObject({ label: '债券名称', projects: [{}, {}] });
  const policy = { type: 'policy', unit: department, name: '老旧小区改造补助政策' };
  expect((await bureau.send('post', at, policy).expect(201)).body).toMatchObject({ label: '政策名称', initialBudget: null, projects: [] });
  const { body: listed } = await bureau.send('get', `/evaluation-subjects?campaign=${campaign}&type=special-bond`).expect(200);
  expect(listed.items).toMatchObject([{ name: bond.name, type: 'special-bond' }]);
};

it('a department is evaluated as a whole: with its own system, by its own people, told its result and never a project of the budget', async () => {
  const played = await EvaluatedYear.launch(office, async (bureau, year, { project, agency }) => {
    [{ department }] = await office.source.query<[{ department: string }]>(
      'select department_id as department from project where id = $1',
      [project],
    );
    await year.rows(
      `update campaign set policy = jsonb_set(policy, '{keyEvaluation}', policy -> 'keyEvaluation' || $2::jsonb) where id = $1`,
      JSON.stringify({ ...LEAST_DECLARED, indicatorSystems: { 'whole-department': SYSTEM } }),
    );
    const whole = await wholeDepartment(bureau, year);
    await others(bureau, year, whole);
    const pair = { project: whole.id, agency };
    // A tie to one of its units is in the way.
    const tie = { kind: 'affiliation', unit: tied, fromOn: '2019-01-01', untilOn: null, description: '下属单位' };
    const { body } = await bureau.send('post', `/agencies/${agency}/ties`, tie).expect(201);
    expect((await bureau.send('post', `/campaigns/${year.campaign}/evaluations`, pair).expect(422)).body.code).toBe('NOT_INDEPENDENT');
    await bureau.send('patch', `/agencies/${agency}/ties/${body.id as string}`, { untilOn: '2020-12-31', reason: '脱钩' }).expect(200);
    await bureau.send('post', `/campaigns/${year.campaign}/evaluations`, pair).expect(201);
  });
  const { agency, bureau } = played.people;
  // The department has nobody who files as a unit: its own people do.
  await played.year.rows(`delete from role_grant where role = 'unit' and unit_id = $2 and $1::uuid is not null`, department);
  const [row] = await played.year.rows<{ person: string }>(
    `select person_id as person from role_grant where role = 'department' and unit_id = $2 and $1::uuid is not null`,
    department,
  );
  const head = await office.as(row!.person);
  const { id: evaluation } = await played.evaluation();

  // The plan begins with the policy's system; it is late, and returned once.
  const plan = await played.part('evaluation-plan');
  await office.moveTo('2023-05-11T10:00', `obligation/${plan.obligation}`);
  await eventually(async () => expect(await played.told(agency, plan)).toContain('overdue'));
  const { body: begun } = await agency.send('get', `/documents/${plan.documents[0]!}`).expect(200);
  expect(begun).toMatchObject({ version: 1, content: { method: '', indicators: SYSTEM } });
  expect(begun.title).toMatch(/^部门整体评价方案：/);
  await agency.fill(plan.documents[0]!, { ...SAMPLES['evaluation-plan'], indicators: SYSTEM }, 1);
  await agency.submit(plan);
  expect(await played.reviews(bureau, plan, 'return')).toBeNull();
  await agency.submit(plan);
  expect(await played.reviews(bureau, plan)).toBeNull();
  const draft = await played.part('evaluation-draft');
  await agency.fill(draft.documents[0]!, reportOf(['20', '20', '30', '10'], '80'));
  await agency.submit(draft);
  expect(await played.reviews(bureau, draft)).toBeNull();

  // The department's own people are asked, and object.
  const comment = await played.part('evaluation-comment');
  expect(comment.debtor).toBe(head.person);
  await head.fill(comment.documents[0]!, { position: 'object', text: '效益指标样本偏小。' });
  await head.submit(comment);
  const final = await played.part('evaluation-final');
  const responses = [{ comment: 1, adopted: false, reason: '样本符合方案。' }];
  await agency.fill(final.documents[0]!, { ...reportOf(['20', '20', '30', '10'], '80'), responses });
  await agency.submit(final);
  expect(await played.reviews(bureau, final)).toBeNull();
  await eventually(async () => expect((await played.evaluation()).score).toBe('80.00'));
  const { body: evaluations } = await head.send('get', '/evaluations').expect(200);
  expect(evaluations.items).toMatchObject([{ id: evaluation, type: 'whole-department', score: '80.00', grade: '良' }]);

  // Told like any other, by a signed notice that its own people acknowledge.
  const notice = await played.part('feedback-notice', 'feedback');
  const { body: drafted } = await bureau.send('get', `/documents/${notice.documents[0]!}`).expect(200);
  expect(drafted.content.items).toHaveLength(1);
  await bureau.submit(notice);
  expect(await played.reviews(played.people.signer, notice)).toBeNull();
  const receipt = await played.part('feedback-receipt', 'feedback');
  expect(receipt.debtor).toBe(head.person);
  await head.fill(receipt.documents[0]!, SAMPLES['feedback-receipt']);
  await head.submit(receipt);
  await eventually(async () => expect((await played.year.stage('feedback')).status).toBe('closed'));
  expect((await head.send('get', '/feedback-notices').expect(200)).body.items).toMatchObject([
    { evaluation, acknowledgedAt: expect.any(String) as string },
  ]);

  // No list of projects has it.
  const { body: projects } = await bureau.send('get', `/projects?department=${department}`).expect(200);
  expect(projects.items).toHaveLength(6);
});
