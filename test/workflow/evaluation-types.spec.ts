import { SAMPLES } from '#contracts/forms/samples.js';
import type { EvaluationIndicator } from '#domain/key-evaluation/content.js';
import type { SubjectType } from '#domain/key-evaluation/evaluation-type.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { EvaluatedYear } from '../support/evaluated-year.js';
import type { Pair } from '../support/evaluated-year.js';
import { eventually } from '../support/eventually.js';
import type { LaunchedYear, Owed } from '../support/launched-year.js';
import { LEAST_DECLARED, reportOf } from '../support/scored-year.js';

const indicator = (level1: EvaluationIndicator['level1'], level2: string, level3: string, weight: string): EvaluationIndicator => ({
  ...{ level1, level2, level3, weight },
  rubric: '完全符合得满分，每缺一项扣 5 分。',
});
/** A policy is asked whether it is still right and reaches whom it is for, a bond what it cost and whether it pays back. */
const SYSTEMS: Readonly<Record<'policy' | 'special-bond', readonly EvaluationIndicator[]>> = {
  policy: [
    indicator('决策', '政策制定', '政策依据充分性', '20'),
    indicator('过程', '政策实施', '资金拨付及时性', '20'),
    indicator('产出', '政策覆盖', '应享受对象覆盖率', '30'),
    indicator('效益', '政策效果', '受益对象满意度', '30'),
  ],
  'special-bond': [
    indicator('决策', '债券安排', '项目收益融资平衡', '20'),
    indicator('过程', '债券管理', '债券资金支出进度', '20'),
    indicator('产出', '建设内容', '工程量完成率', '30'),
    indicator('效益', '偿债能力', '专项收入实现率', '30'),
  ],
};
const CASES = [
  { type: 'policy', title: '政策', name: '老旧小区改造补助政策' },
  { type: 'special-bond', title: '专项债券', name: '2023年城乡供水专项债券' },
] as const satisfies readonly { readonly type: SubjectType; readonly title: string; readonly name: string }[];

let office: ApiOffice;
beforeEach(async () => {
  office = await EvaluatedYear.openOffice();
});
afterEach(() => office.close());

/** Saves over whatever the document began with. */
const write = async (who: Caller, { documents: [id] }: Owed, content: unknown): Promise<void> => {
  const { headers } = await who.send('get', `/documents/${id!}`).expect(200);
  await who.send('put', `/documents/${id!}/content`, content, { 'if-match': headers['etag'] as string }).expect(200);
};

interface Places {
  readonly department: string;
  readonly other: string;
  readonly projects: readonly string[];
}

/** The department, and one project each of two of its units; `other` is the unit of the second. */
const placesOf = async ({ project, unit }: Pair): Promise<Places> => {
  const [row] = await office.source.query<[Places]>(
    `select p.department_id as department, q.unit_id as other, array[p.id, q.id] as projects
     from project p join project q on q.department_id = p.department_id and q.unit_id <> p.unit_id
     where p.id = $1 and p.unit_id = $2 order by q.code limit 1`,
    [project, unit],
  );
  return row;
};

/** Created, refused to an agency that is tied to what it covers, and assigned. */
const assign = async (bureau: Caller, year: LaunchedYear, pair: Pair, { type, name }: (typeof CASES)[number]): Promise<void> => {
  await year.rows(
    `update campaign set policy = jsonb_set(policy, '{keyEvaluation}', policy -> 'keyEvaluation' || $2::jsonb) || $3::jsonb where id = $1`,
    JSON.stringify({ ...LEAST_DECLARED, indicatorSystems: SYSTEMS }),
    JSON.stringify({ objections: { feedback: { within: 3, decideWithin: 3, ladder: 'short' } } }),
  );
  const { department, other, projects } = await placesOf(pair);
  // A policy is the department's, a bond that of the unit that spends it.
  const wish = type === 'policy' ? { type, name, unit: department } : { type, name, unit: pair.unit, projects };
  const { body: subject } = await bureau.send('post', `/campaigns/${year.campaign}/evaluation-subjects`, wish).expect(201);
  expect(subject).toMatchObject({ type, name, unit: wish.unit, evaluation: null });
  const evaluations = `/campaigns/${year.campaign}/evaluations`;
  const asked = { project: subject.id as string, agency: pair.agency };
  const tie = {
    kind: 'affiliation',
    unit: type === 'policy' ? department : other,
    fromOn: '2019-01-01',
    untilOn: null,
    description: '下属',
  };
  const { body: tied } = await bureau.send('post', `/agencies/${pair.agency}/ties`, tie).expect(201);
  expect((await bureau.send('post', evaluations, asked).expect(422)).body.code).toBe('NOT_INDEPENDENT');
  await bureau.send('patch', `/agencies/${pair.agency}/ties/${tied.id as string}`, { untilOn: '2020-12-31', reason: '脱钩' }).expect(200);
  await bureau.send('post', evaluations, asked).expect(201);
};

it.each(CASES)('a $type is evaluated by its own system up to the signed notice, which is objected to and corrected', async (of) => {
  const { type, title, name } = of;
  const played = await EvaluatedYear.launch(office, (bureau, year, pair) => assign(bureau, year, pair, of));
  const { agency, bureau, signer, unit } = played.people;
  const { year } = played;
  const { id: evaluation } = await played.evaluation();

  // The plan begins with the system of this type; another one is taken only with what output and benefit weigh at least. Late, and returned once.
  const plan = await played.part('evaluation-plan');
  const { body: begun } = await agency.send('get', `/documents/${plan.documents[0]!}`).expect(200);
  expect(begun).toMatchObject({ version: 1, title: `${title}评价方案：${name}`, content: { indicators: SYSTEMS[type] } });
  await office.moveTo('2023-05-11T10:00', `obligation/${plan.obligation}`);
  await eventually(async () => expect(await played.told(agency, plan)).toContain('overdue'));
  const [decision, ...rest] = SYSTEMS[type] as [EvaluationIndicator, ...EvaluationIndicator[]];
  const light = [{ ...decision, weight: '40' }, ...rest.map((it, i) => (i === 2 ? { ...it, weight: '10' } : it))];
  await write(agency, plan, { ...SAMPLES['evaluation-plan'], indicators: light });
  expect((await played.submits(agency, plan)).code).toBe('NOT_ACCEPTED');
  await write(agency, plan, { ...SAMPLES['evaluation-plan'], indicators: SYSTEMS[type] });
  await agency.submit(plan);
  expect(await played.reviews(bureau, plan, 'return')).toBeNull();
  await agency.submit(plan);
  expect(await played.reviews(bureau, plan)).toBeNull();

  // The report scores this system and no other; whoever answers for the policy or the bond is asked, and objects.
  const report = (points: readonly string[], score: string) => {
    const { scoreItems, ...it } = reportOf(points, score);
    return { ...it, scoreItems: scoreItems.map((item, i) => ({ ...item, indicator: SYSTEMS[type][i]!.level3 })) };
  };
  const draft = await played.part('evaluation-draft');
  await write(agency, draft, reportOf(['20', '20', '25', '20'], '85'));
  expect((await played.submits(agency, draft)).code).toBe('NOT_ACCEPTED');
  await write(agency, draft, report(['20', '20', '25', '20'], '85'));
  expect((await played.submits(agency, draft)).code).toBeNull();
  expect(await played.reviews(bureau, draft)).toBeNull();
  const comment = await played.part('evaluation-comment');
  expect(comment.debtor).toBe(unit.person);
  await write(unit, comment, { position: 'object', text: '完成率未计入二期。' });
  await unit.submit(comment);
  const final = await played.part('evaluation-final');
  const changes = [{ indicator: SYSTEMS[type][2]!.level3, reason: '计入二期。' }];
  const answered = { responses: [{ comment: 1, adopted: true, reason: '核实属实。' }], changes };
  await write(agency, final, { ...report(['20', '20', '30', '20'], '90'), ...answered });
  await agency.submit(final);
  expect(await played.reviews(bureau, final)).toBeNull();
  await eventually(async () => expect((await played.evaluation()).status).toBe('accepted'));
  expect((await unit.send('get', '/evaluations').expect(200)).body.items).toMatchObject([
    { id: evaluation, type, score: '90.00', grade: '优' },
  ]);

  // The notice is signed by somebody else than who drafted it, and goes to those who answer for it.
  const notice = await played.part('feedback-notice', 'feedback');
  const { body: drafted } = await bureau.send('get', `/documents/${notice.documents[0]!}`).expect(200);
  const items = [...drafted.content.items, { problem: '底稿归档不全' }];
  await write(bureau, notice, { ...drafted.content, items });
  await bureau.submit(notice);
  expect(await played.reviews(bureau, notice)).toBe('NOT_YOUR_STEP');
  expect(await played.reviews(signer, notice, 'return')).toBeNull();
  await bureau.submit(notice);
  expect(await played.reviews(signer, notice)).toBeNull();
  const receipt = await played.part('feedback-receipt', 'feedback');
  expect(receipt.debtor).toBe(unit.person);

  // An objection within its window: one problem is taken back, one reworded; the receipt comes late.
  const hearing = await played.part('objection', 'feedback');
  await unit.fill(hearing.documents[0]!, {
    position: 'object',
    text: '底稿由机构保管。',
    items: [{ about: '问题1', text: '调查已开展。' }],
  });
  await unit.submit(hearing);
  const ruling = await played.part('objection-ruling', 'feedback');
  await unit.send('get', `/documents/${ruling.documents[0]!}`).expect(404);
  await unit.send('get', `/documents/${ruling.documents[0]!}/objected-to`).expect(404);
  const { body: about } = await bureau.send('get', `/documents/${ruling.documents[0]!}/objected-to`).expect(200);
  expect(about).toMatchObject({ kind: 'feedback-receipt', score: '90.00', grade: '优', objection: { text: '底稿由机构保管。' } });
  expect(about.problems).toMatchObject([
    { number: 1, problem: '未开展满意度调查工作' },
    { number: 2, problem: '底稿归档不全' },
  ]);
  const sustained = { sustained: true, reason: '底稿不由单位保管；调查样本不足。' };
  await write(bureau, ruling, { ...sustained, corrections: [{ number: 3 }] });
  expect(await played.submits(bureau, ruling)).toEqual({ code: 'NOT_ACCEPTED', paths: ['corrections.0.number'] });
  await write(bureau, ruling, { ...sustained, corrections: [{ number: 1, problem: '满意度调查样本不足' }, { number: 2 }] });
  expect((await played.submits(bureau, ruling)).code).toBeNull();
  const findings = async () => (await unit.send('get', '/findings').expect(200)).body.items as object[];
  await eventually(async () => expect(await findings()).toMatchObject([{ number: 1, problem: '满意度调查样本不足' }]));
  const { body: objections } = await unit.send('get', `/objections?campaign=${year.campaign}`).expect(200);
  expect(objections.items).toMatchObject([{ sustained: true, reason: sustained.reason, stage: 'feedback', items: [{ about: '问题1' }] }]);
  const corrected = await year.rows('select number, said, problem from finding_correction c where $1::uuid is not null order by number');
  expect(corrected).toEqual([
    { number: 1, said: '未开展满意度调查工作', problem: '满意度调查样本不足' },
    { number: 2, said: '底稿归档不全', problem: null },
  ]);
  expect(await played.told(unit, ruling)).toContain('objection-decided');

  await office.moveTo(`${tenDaysAfter(receipt.dueOn)}T10:00`, `obligation/${receipt.obligation}`);
  await eventually(async () => expect(await played.told(unit, receipt)).toContain('overdue'));
  await write(unit, receipt, SAMPLES['feedback-receipt']);
  await unit.submit(receipt);
  await eventually(async () => expect((await year.stage('feedback')).status).toBe('closed'));
  expect((await unit.send('get', '/feedback-notices').expect(200)).body.items).toMatchObject([
    { evaluation, signedBy: signer.person, acknowledgedAt: expect.any(String) as string, problems: 1 },
  ]);
});

/** Beyond the first rung after a due day, whatever days off lie between. */
function tenDaysAfter(day: string): string {
  return new Date(Date.parse(day) + 10 * 86_400_000).toISOString().slice(0, 10);
}
