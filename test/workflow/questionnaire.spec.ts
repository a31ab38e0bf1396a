import request from 'supertest';
import type { ApiOffice } from '../support/api-office.js';
import { EvaluatedYear } from '../support/evaluated-year.js';
import { eventually } from '../support/eventually.js';
import { launchScored, reportOf, SATISFACTION } from '../support/scored-year.js';

const QUESTIONS = [
  { key: 'q1', kind: 'satisfaction', text: '您对道路保洁是否满意？' },
  { key: 'q2', kind: 'choice', text: '您从何处了解本项目？', options: ['公告', '网络'], most: 2, optional: true },
  { key: 'q3', kind: 'text', text: '您有何建议？' },
];
const CONTENT = {
  purpose: '了解居民对道路保洁的满意程度。',
  respondents: '辖区居民',
  questions: QUESTIONS,
  scoring: { indicator: '社会效益', questions: ['q1'], leastAnswers: 3 },
  closesOn: '2023-06-30',
};

let office: ApiOffice;
beforeAll(async () => {
  office = await EvaluatedYear.openOffice();
});
afterAll(() => office.close());

/** Somebody without a log-in. */
const anybody = () => request(office.app.getHttpServer());

it('is late, returned, approved, handed out, answered on paper and by link, closed; the draft takes its score, and the unit objects', async () => {
  const played = await launchScored(office, { satisfaction: SATISFACTION });
  const { agency, bureau, unit } = played.people;
  const { id: evaluation } = await played.evaluation();
  const at = `/evaluations/${evaluation}/questionnaires`;
  const wish = { title: '居民满意度', dueOn: '2023-05-12' };
  await unit.send('post', at, wish).expect(403);
  expect((await agency.send('post', at, { ...wish, dueOn: '2023-05-04' }).expect(422)).body.code).toBe('NOT_LATER');
  const key = { 'idempotency-key': 'questionnaire-1' };
  const { body: opened } = await agency.send('post', at, wish, key).expect(201);
  expect((await agency.send('post', at, wish, key).expect(201)).body).toEqual(opened);
  const one = `/questionnaires/${opened.id as string}`;
  const answers = `${one}/answers`;

  // Late; then it names an indicator that the plan has not; then the bureau sends it back.
  const owed = await played.part('questionnaire');
  expect(owed).toMatchObject({ obligation: opened.obligation as string, dueOn: '2023-05-12' });
  await office.moveTo('2023-05-15T10:00', `obligation/${owed.obligation}`);
  await eventually(async () => expect(await played.told(agency, owed)).toContain('overdue'));
  await agency.fill(opened.document as string, { ...CONTENT, scoring: { indicator: '满意度', questions: ['q2'] } });
  expect(await played.submits(agency, owed)).toEqual({ code: 'NOT_ACCEPTED', paths: ['scoring.indicator', 'scoring.questions.0'] });
  await agency.fill(opened.document as string, CONTENT, 1);
  expect((await played.submits(agency, owed)).code).toBeNull();
  expect((await agency.send('post', `${one}/link`, { codes: 2 }).expect(409)).body.code).toBe('QUESTIONNAIRE_NOT_OPEN');
  expect(await played.reviews(bureau, owed, 'return')).toBeNull();
  expect((await played.submits(agency, owed)).code).toBeNull();
  expect(await played.reviews(bureau, owed)).toBeNull();
  await unit.send('get', one).expect(403);

  // Handed out: once, though asked twice.
  const copies = { recipients: '三个社区各 10 户', channel: 'on-site', copies: 8, on: '2023-05-15' };
  const sent = { 'idempotency-key': 'distribution-1' };
  await agency.send('post', `${one}/distributions`, copies, sent).expect(201);
  expect((await agency.send('post', `${one}/distributions`, copies, sent).expect(201)).body).toMatchObject({ distributed: 8 });

  // By link: no log-in, a single-use code, and nothing kept of whoever answered.
  const { body: link } = await agency.send('post', `${one}/link`, { codes: 2 }).expect(201);
  const survey = `/api/v1/surveys/${link.token as string}`;
  expect((await anybody().get(survey).expect(200)).body).toMatchObject({ title: '居民满意度', needsCode: true, closesOn: '2023-06-30' });
  await anybody().get('/api/v1/surveys/0123456789abcdef').expect(404);
  const answer = (said: object, code?: string) => anybody().post(`${survey}/answers`).send({ answers: said, code });
  const [code] = link.codes as [string, string];
  expect((await answer({ q1: '满意' }).expect(422)).body.code).toBe('CODE_NEEDED');
  expect((await answer({ q1: '好' }, code).expect(422)).body.errors).toMatchObject([{ path: 'body.answers.q1', code: 'answer-unknown' }]);
  await answer({ q1: '满意', q2: ['公告', '网络'], q3: '夜间保洁' }, code.toLowerCase()).expect(204);
  expect((await answer({ q1: '满意' }, code).expect(422)).body.code).toBe('CODE_NEEDED');

  // On paper: good rows are taken, wrong ones named; a repeat under the same key enters nothing twice.
  const csv = '您对道路保洁是否满意？,q2,q3\n非常满意,公告|网络,\n很好,,\n一般,,多设垃圾桶\n';
  const imported = await agency.send('post', answers, { csv }, { 'idempotency-key': 'rows-1' }).expect(200);
  expect(imported.body).toMatchObject({ accepted: 2, refused: 1, errors: [{ path: 'body.csv:3.q1', code: 'answer-unknown' }] });
  await agency.send('post', answers, { csv }, { 'idempotency-key': 'rows-1' }).expect(200);
  expect((await agency.send('post', answers, { csv: 'q1\n"' }).expect(422)).body.errors).toMatchObject([{ path: 'body.csv' }]);
  await agency.send('post', answers, { rows: [{ q1: '非常满意' }], csv }).expect(400);
  await agency.send('post', answers, { rows: [{ q1: '非常满意' }] }).expect(200);
  const listed = await bureau.send('get', `${answers}?origin=public`).expect(200);
  expect(listed.body.items).toEqual([
    { id: expect.any(String) as string, origin: 'public', answers: expect.anything() as object, on: '2023-05-15' },
  ]);
  expect(await office.source.query('select recorded_by, request_id from questionnaire_answer where origin = $1', ['public'])).toEqual([
    { recorded_by: null, request_id: null },
  ]);

  // The draft waits for it, and then takes its points: (0.8 + 1 + 0.6 + 1) ÷ 4 × 30.
  const draft = await played.part('evaluation-draft');
  await agency.fill(draft.documents[0]!, reportOf(['20', '20', '30', '30'], '100'));
  expect(await played.submits(agency, draft)).toEqual({ code: 'NOT_ACCEPTED', paths: ['scoreItems.3.points'] });
  const { body: closed } = await agency.send('post', `${one}/close`).expect(200);
  expect(closed).toMatchObject({
    ...{ status: 'closed', distributed: 8, answered: 4, link: { open: false, codes: 2, used: 1 } },
    origins: { public: 1, imported: 2, typed: 1 },
    result: { respondents: 4, returned: '1/2', score: { indicator: '社会效益', points: '25.50' } },
  });
  expect(closed.result.questions[0].counts).toMatchObject({ 非常满意: 2, 满意: 1, 一般: 1 });
  await agency.send('post', `${one}/close`).expect(409);
  expect((await answer({ q1: '满意' }, link.codes[1] as string).expect(409)).body.code).toBe('QUESTIONNAIRE_NOT_OPEN');
  const sheet = await bureau.send('get', `/evaluations/${evaluation}/scoring`).expect(200);
  expect(sheet.body.indicators[3]).toMatchObject({ source: 'questionnaire', points: '25.50', questionnaire: { id: opened.id as string } });
  expect(await played.submits(agency, draft)).toEqual({ code: 'NOT_ACCEPTED', paths: ['scoreItems.3.points'] });
  await agency.fill(draft.documents[0]!, reportOf(['20', '20', '30', '25.5'], '95.5'));
  expect((await played.submits(agency, draft)).code).toBeNull();
  expect(await played.reviews(bureau, draft)).toBeNull();

  // The unit objects to the sample; the result says where the points came from.
  const comment = await played.part('evaluation-comment');
  await unit.fill(comment.documents[0]!, { position: 'object', text: '样本偏小。' });
  expect((await played.submits(unit, comment)).code).toBeNull();
  const final = await played.part('evaluation-final');
  const responses = [{ comment: 1, adopted: false, reason: '回收数量符合方案。' }];
  await agency.fill(final.documents[0]!, { ...reportOf(['20', '20', '30', '25.5'], '95.5'), responses });
  expect((await played.submits(agency, final)).code).toBeNull();
  expect(await played.reviews(bureau, final)).toBeNull();
  await eventually(async () => expect((await played.evaluation()).score).toBe('95.50'));
  const [result] = await played.year.rows<{ sources: unknown }>(
    `select explanation -> 'sources' as sources from result where campaign_id = $1 and kind = 'evaluation'`,
  );
  expect(result!.sources).toMatchObject([{ indicator: '社会效益', questionnaire: opened.id as string, score: { exact: '51/2' } }]);
  expect((await agency.send('post', at, wish).expect(409)).body.code).toBe('NOT_DRAFTING');
});
