import { dataRequestWorkflowId } from '#contracts/evaluation/data-request.contract.js';
import { SAMPLES, sampleReport } from '#contracts/forms/samples.js';
import type { EvaluationReportContent } from '#domain/key-evaluation/content.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { eventually } from '../support/eventually.js';
import { keepHistory } from '../support/histories.js';
import type { LaunchedYear } from '../support/launched-year.js';
import { EvaluatedYear } from '../support/evaluated-year.js';
import type { Pair } from '../support/evaluated-year.js';

const PAPERS = [{ number: 'D-1', title: '现场核查记录' }];
const withPapers = (score: string): EvaluationReportContent => {
  const { scoreItems, ...report } = sampleReport(score);
  return { ...report, scoreItems: scoreItems.map((it) => ({ ...it, papers: ['D-1'] })), workingPapers: PAPERS };
};
const OBJECTION = {
  position: 'object',
  text: '',
  items: [
    { about: '实际完成率', text: '二期工程未计入。' },
    { about: '社会效益', text: '样本偏小。' },
  ],
};

let office: ApiOffice;
let lead: string;

beforeAll(async () => {
  office = await EvaluatedYear.openOffice();
});
afterAll(() => office.close());

/** The bureau keeps the register and assigns: first refused for two reasons, then in order. */
const assign = async (bureau: Caller, { campaign }: LaunchedYear, { project, unit, agency }: Pair): Promise<void> => {
  const at = `/agencies/${agency}`;
  const proposals = await bureau.send('get', `/campaigns/${campaign}/evaluation-proposals`).expect(200);
  expect(proposals.body).toMatchObject({ rule: 'test@1', chosen: [{ why: 'rank', rank: 1 }], totals: { candidates: 6, chosen: 1 } });
  const tie = { kind: 'affiliation', unit, fromOn: '2019-01-01', untilOn: null, description: '原为该单位下属企业' };
  const tied = await bureau.send('post', `${at}/ties`, tie).expect(201);
  const refused = await bureau.send('post', `/campaigns/${campaign}/evaluations`, { project, agency }).expect(422);
  expect(refused.body).toMatchObject({ code: 'NOT_INDEPENDENT' });
  expect(refused.body.errors.map((it: { code: string; zh: string }) => [it.code, it.zh])).toEqual([
    ['CREDIT_GRADE', '第三方评价机构信用等级未评定，允许：A、B'],
    ['AFFILIATED', '存在隶属关系：原为该单位下属企业'],
  ]);
  await bureau.send('patch', `${at}/ties/${tied.body.id}`, { untilOn: '2018-01-01', reason: '误' }).expect(422);
  await bureau.send('patch', `${at}/ties/${tied.body.id}`, { untilOn: '2022-12-31', reason: '已改制脱钩' }).expect(200);
  const graded = { creditGrade: 'B', reason: '上年度评定' };
  await bureau.send('patch', `${at}/register`, graded).expect(428);
  await bureau.send('patch', `${at}/register`, graded, { 'if-match': '"1"' }).expect(200);
  const registered = await bureau.send('post', `${at}/lead-evaluators`, { name: '主评人', certificate: 'ZPR-2023-001' }).expect(201);
  lead = registered.body.id as string;
  await bureau.send('get', `/campaigns/${campaign}/assignment-check?project=${project}&agency=${agency}`).expect(200);
  const { body } = await bureau.send('post', `/campaigns/${campaign}/evaluations`, { project, agency }).expect(201);
  expect(body.independence.permitted).toBe(true);

  // Another agency takes its place once it is graded, and gives it back.
  const [{ district }] = (await bureau.send('get', '/campaigns').expect(200)).body.items as [{ district: string }];
  const { body: other } = await bureau.send('post', '/agencies', { district, name: '乙事务所' }).expect(201);
  const move = (to: string) => bureau.send('post', `/evaluations/${body.id}/agency`, { agency: to, reason: '重新比选' });
  expect((await move(other.id).expect(422)).body.errors).toMatchObject([{ path: 'body.agency', code: 'CREDIT_GRADE' }]);
  const top = { creditGrade: 'A', reason: '评定' };
  await bureau.send('patch', `/agencies/${other.id}/register`, top, { 'if-match': '"1"' }).expect(200);
  expect((await move(other.id).expect(200)).body.agencyName).toBe('乙事务所');
  await move(agency).expect(200);
};

/** The agency asks for data; the reply is incomplete, then late, then returned, then taken. */
const asksForData = async (played: EvaluatedYear, evaluation: string): Promise<void> => {
  const { agency, unit } = played.people;
  const at = `/evaluations/${evaluation}/data-requests`;
  const wish = { items: ['立项批复', '验收报告'], dueOn: '2023-05-19' };
  await unit.send('post', at, wish).expect(403);
  expect((await agency.send('post', at, { ...wish, dueOn: '2023-05-11' }).expect(422)).body.code).toBe('NOT_LATER');
  const key = { 'idempotency-key': 'data-1' };
  const { body: asked } = await agency.send('post', at, wish, key).expect(201);
  expect((await agency.send('post', at, wish, key).expect(201)).body).toEqual(asked);
  await keepHistory(office.client, dataRequestWorkflowId(`${agency.person}:data-1`), 'data-request');
  const reply = await played.part('data-reply');
  expect(reply).toMatchObject({ obligation: asked.obligation as string, dueOn: '2023-05-19' });
  const first = { item: 1, provided: true, text: '见附件。' };
  await unit.fill(reply.documents[0]!, { answers: [first] });
  expect(await played.submits(unit, reply)).toEqual({ code: 'NOT_ACCEPTED', paths: ['answers'] });
  await office.moveTo('2023-05-22T10:00', `obligation/${reply.obligation}`);
  await eventually(async () => expect(await played.told(unit, reply)).toContain('overdue'));
  await unit.fill(reply.documents[0]!, { answers: [first, { item: 2, provided: false, text: '尚未验收。' }] }, 1);
  expect((await played.submits(unit, reply)).code).toBeNull();
  expect(await played.reviews(agency, reply, 'return')).toBeNull();
  expect((await played.submits(unit, reply)).code).toBeNull();
  expect(await played.reviews(agency, reply)).toBeNull();
  const listed = await unit.send('get', `/data-requests?evaluation=${evaluation}`).expect(200);
  expect(listed.body.items).toMatchObject([{ items: wish.items, status: 'approved', answeredAt: expect.any(String) as string }]);
};

it('an agency declares before it plans, files late, is returned, answers an objection, is rated; the notice is signed and acknowledged', async () => {
  const played = await EvaluatedYear.launch(office, assign);
  const { year, people } = played;
  const { bureau, signer, agency, unit } = people;

  // The plan is late: the ladder says so. It is not taken without a declaration, nor for another lead evaluator.
  const plan = await played.part('evaluation-plan');
  const { id: evaluation } = await played.evaluation();
  await office.moveTo('2023-05-11T10:00', `obligation/${plan.obligation}`);
  await eventually(async () => expect(await played.told(agency, plan)).toContain('overdue'));
  await agency.fill(plan.documents[0]!, { ...SAMPLES['evaluation-plan'], leadEvaluator: '另一人' });
  expect(await played.submits(agency, plan)).toMatchObject({ code: 'DECLARATION_MISSING' });
  const declaration = { leadEvaluator: lead, interests: [], truthful: true };
  await unit.send('post', `/evaluations/${evaluation}/declaration`, declaration).expect(403);
  await agency.send('post', `/evaluations/${evaluation}/declaration`, { ...declaration, leadEvaluator: evaluation }).expect(422);
  await agency.send('post', `/evaluations/${evaluation}/declaration`, declaration).expect(200);
  await agency.send('post', `/evaluations/${evaluation}/declaration`, declaration).expect(409);
  expect(await played.submits(agency, plan)).toEqual({ code: 'NOT_ACCEPTED', paths: ['leadEvaluator'] });
  await agency.fill(plan.documents[0]!, SAMPLES['evaluation-plan'], 1);
  expect((await played.submits(agency, plan)).code).toBeNull();
  expect(await played.reviews(bureau, plan)).toBeNull();

  // The draft scores the approved indicators on working papers; it comes back once.
  const draft = await played.part('evaluation-draft');
  await asksForData(played, evaluation);
  const { scoreItems, ...report } = withPapers('80');
  await agency.fill(draft.documents[0]!, { ...report, scoreItems: scoreItems.map((it, i) => (i === 0 ? { ...it, papers: [] } : it)) });
  expect(await played.submits(agency, draft)).toEqual({ code: 'NOT_ACCEPTED', paths: ['scoreItems.0.papers'] });
  await agency.fill(draft.documents[0]!, withPapers('80'));
  expect((await played.submits(agency, draft)).code).toBeNull();
  expect(await played.reviews(bureau, draft, 'return')).toBeNull();
  expect((await played.submits(agency, draft)).code).toBeNull();
  expect(await played.reviews(bureau, draft)).toBeNull();

  // The unit objects to two things.
  const comment = await played.part('evaluation-comment');
  await unit.fill(comment.documents[0]!, OBJECTION);
  expect((await played.submits(unit, comment)).code).toBeNull();

  // The final report is refused while a comment is unanswered or a changed score has no reason.
  const final = await played.part('evaluation-final');
  await agency.fill(final.documents[0]!, withPapers('81'));
  const { code, paths } = await played.submits(agency, final);
  expect([code, [...new Set(paths)].sort()]).toEqual(['NOT_ACCEPTED', ['changes', 'responses']]);
  const responses = [
    { comment: 1, adopted: true, reason: '核实属实，相应调整。' },
    { comment: 2, adopted: false, reason: '样本量符合方案。' },
  ];
  const changes = scoreItems.map(({ indicator }) => ({ indicator, reason: '计入二期工程。' }));
  await agency.fill(final.documents[0]!, { ...withPapers('81'), responses, changes });
  expect((await played.submits(agency, final)).code).toBeNull();
  await bureau
    .send('post', `/evaluations/${evaluation}/rating`, { scores: [{ criterion: 'quality', points: '1', basis: '早' }] })
    .expect(409);
  expect(await played.reviews(bureau, final)).toBeNull();
  await eventually(async () => expect((await played.evaluation()).status).toBe('accepted'));
  expect((await played.evaluation()).score).toBe('81.00');
  const ledger = await unit.send('get', `/evaluations/${evaluation}/ledger`).expect(200);
  expect(ledger.body.items).toHaveLength(6);
  expect(ledger.body.items.filter((it: { kind: string }) => it.kind === 'comment')).toMatchObject([
    { number: 1, subject: '实际完成率', adopted: true, reason: '核实属实，相应调整。' },
    { number: 2, subject: '社会效益', adopted: false },
  ]);

  // The page of the evaluation holds it all, and each sees of it what they may.
  const detail = async (who: typeof unit) => (await who.send('get', `/evaluations/${evaluation}`).expect(200)).body;
  const whole = await detail(bureau);
  expect(whole.parts.map((it: { kind: string }) => it.kind)).toEqual([
    'evaluation-plan',
    'evaluation-draft',
    'evaluation-comment',
    'evaluation-final',
  ]);
  expect(whole.indicators[0].indicators[0]).toMatchObject({ draft: { points: expect.any(String) as string }, final: {} });
  expect(whole).toMatchObject({ status: 'accepted', evaluation: { score: whole.score as string }, selfEvaluation: null });
  expect(whole.draftScore).not.toBe(whole.finalScore);
  expect(whole.ledger).toHaveLength(6);
  const theirs = await detail(unit);
  expect(theirs.parts.map((it: { kind: string }) => it.kind)).toContain('evaluation-comment');
  expect(theirs.evaluation.explanation).toEqual(whole.evaluation.explanation);

  // The agency's work is rated, and its credit grade follows; the unit does not see that.
  const scores = [
    { criterion: 'quality', points: '55', basis: '报告质量好' },
    { criterion: 'punctuality', points: '30', basis: '方案逾期' },
  ];
  const short = await bureau.send('post', `/evaluations/${evaluation}/rating`, { scores: scores.slice(1) }).expect(422);
  expect(short.body.errors).toMatchObject([{ path: 'body.scores', zh: '缺少评价项“quality”' }]);
  const { body: rated } = await bureau.send('post', `/evaluations/${evaluation}/rating`, { scores }).expect(200);
  expect(rated.rating).toMatchObject({ points: '85.00', explanation: { credit: { value: 'C' } } });
  await bureau.send('post', `/evaluations/${evaluation}/rating`, { scores }).expect(409);
  expect((await agency.send('get', '/agency-register').expect(200)).body.items).toMatchObject([{ creditGrade: 'C', ratings: 1 }]);
  await unit.send('get', `/evaluations/${evaluation}/assignment`).expect(403);

  // The notice is drafted from the evaluation, drops no problem, and is signed by somebody else.
  const notice = await played.part('feedback-notice', 'feedback');
  const [document] = notice.documents;
  await unit.send('get', `/documents/${document!}`).expect(404);
  const { body: drafted } = await bureau.send('get', `/documents/${document!}`).expect(200);
  expect(drafted.content).toMatchObject({ items: [{ problem: '未开展满意度调查工作' }], rectifyBy: expect.any(String) as string });
  await bureau.fill(document!, { items: [] }, 1);
  expect(await played.submits(bureau, notice)).toEqual({ code: 'NOT_ACCEPTED', paths: ['items'] });
  await bureau.fill(document!, { ...drafted.content, items: [...drafted.content.items, { problem: '底稿归档不全' }] }, 2);
  expect((await played.submits(bureau, notice)).code).toBeNull();
  expect(await played.reviews(bureau, notice)).toBe('NOT_YOUR_STEP');
  expect((await unit.send('get', '/feedback-notices').expect(200)).body.items).toEqual([]);
  expect(await played.reviews(signer, notice)).toBeNull();

  const receipt = await played.part('feedback-receipt', 'feedback');
  const noticeOf = async () => (await unit.send('get', '/feedback-notices').expect(200)).body.items as object[];
  expect(await noticeOf()).toMatchObject([
    { number: '绩效反馈〔2023〕1号', signedBy: signer.person, acknowledgedAt: null, rectifyBy: drafted.content.rectifyBy as string },
  ]);
  const findings = await unit.send('get', '/findings').expect(200);
  expect(findings.body.items).toMatchObject([{ problem: '未开展满意度调查工作' }, { problem: '底稿归档不全' }]);
  await unit.fill(receipt.documents[0]!, SAMPLES['feedback-receipt']);
  expect((await played.submits(unit, receipt)).code).toBeNull();
  await eventually(async () => expect((await year.stage('feedback')).status).toBe('closed'));
  expect(await noticeOf()).toMatchObject([{ acknowledgedAt: expect.any(String) as string }]);
});

it('a declared interest keeps the agency from filing its plan', async () => {
  const played = await EvaluatedYear.launch(office, assign);
  const { agency } = played.people;
  const plan = await played.part('evaluation-plan');
  const { id: evaluation } = await played.evaluation();
  const interests = [{ about: '主评人', text: '配偶任职于被评价单位' }];
  await agency.send('post', `/evaluations/${evaluation}/declaration`, { leadEvaluator: lead, interests, truthful: true }).expect(200);
  await agency.fill(plan.documents[0]!, SAMPLES['evaluation-plan']);
  expect((await played.submits(agency, plan)).code).toBe('INTEREST_DECLARED');
  const { bureau } = played.people;
  const other = await bureau.send('post', `/evaluations/${evaluation}/agency`, { agency: evaluation, reason: '回避' });
  expect(other.body.code).toBe('UNKNOWN_REFERENCE');
});
