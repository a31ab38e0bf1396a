import { agencyReplacementWorkflowId } from '#contracts/evaluation/agency-replacement.contract.js';
import type { ApiOffice } from '../support/api-office.js';
import { EvaluatedYear } from '../support/evaluated-year.js';
import { eventually } from '../support/eventually.js';
import { keepHistory } from '../support/histories.js';
import { launchScored, reportOf, someone } from '../support/scored-year.js';

let office: ApiOffice;
beforeAll(async () => {
  office = await EvaluatedYear.openOffice();
});
afterAll(() => office.close());

it('another agency takes over a running evaluation with all that is open; the former one loses it, both are told why, its raters count no more', async () => {
  const played = await launchScored(office, { scoring: { raters: 2, blind: true } });
  const { agency, bureau, unit } = played.people;
  const { id: evaluation } = await played.evaluation();
  const at = `/evaluations/${evaluation}`;
  const [{ former }] = await office.source.query<[{ former: string }]>('select agency_id as former from evaluation where id = $1', [
    evaluation,
  ]);
  const expert = await someone(played, 'expert');
  const raters = { raters: [agency.person, expert.person], lead: agency.person, dueOn: '2023-05-26' };
  const { body: named } = await bureau.send('post', `${at}/raters`, raters).expect(201);
  const { body: survey } = await agency.send('post', `${at}/questionnaires`, { title: '居民', dueOn: '2023-05-26' }).expect(201);
  const wish = { items: ['验收报告'], dueOn: '2023-05-26' };
  const { body: asked } = await agency.send('post', `${at}/data-requests`, wish).expect(201);
  const draft = await played.part('evaluation-draft');

  // Who takes over must be independent, too.
  const { body: other } = await bureau.send('post', '/agencies', { district: played.year.district, name: '乙事务所' }).expect(201);
  const successor = await someone(played, 'agency', { agency_id: other.id as string });
  const key = { 'idempotency-key': 'replace-1' };
  const reason = '原机构逾期未开展工作';
  const move = (headers: Record<string, string> = {}) =>
    bureau.send('post', `${at}/agency`, { agency: other.id as string, reason }, headers);
  expect((await move().expect(422)).body.errors).toMatchObject([{ path: 'body.agency', code: 'CREDIT_GRADE' }]);
  const graded = { creditGrade: 'A', reason: '评定' };
  await bureau.send('patch', `/agencies/${other.id as string}/register`, graded, { 'if-match': '"1"' }).expect(200);
  await unit.send('post', `${at}/agency`, { agency: other.id as string, reason }).expect(403);
  expect((await move(key).expect(200)).body).toMatchObject({ agencyName: '乙事务所', declaration: null, status: 'draft' });
  expect((await move(key).expect(200)).body).toMatchObject({ agencyName: '乙事务所' });
  await keepHistory(office.client, agencyReplacementWorkflowId(`${bureau.person}:replace-1`), 'agency-replacement');

  // What is open is the new agency's; nothing of it is the former one's.
  const tasks = async (who: typeof agency) =>
    ((await who.send('get', '/tasks').expect(200)).body.items as { document: string }[]).map(({ document }) => document);
  await eventually(async () => expect((await tasks(successor)).sort()).toEqual([draft.documents[0]!, survey.document as string].sort()));
  expect(await tasks(agency)).toEqual([]);
  for (const path of [`/documents/${draft.documents[0]!}`, `${at}/assignment`, `${at}/scoring`, `/questionnaires/${survey.id as string}`]) {
    await agency.send('get', path).expect(404);
    await successor.send('get', path).expect(200);
  }
  expect((await agency.send('get', '/evaluations').expect(200)).body.items).toEqual([]);
  const told = await played.year.rows<{ person: string; reason: string }>(
    `select person_id as person, detail ->> 'reason' as reason from outbox where kind = 'agency-replaced' and detail ->> 'evaluation' = $2
       and $1::uuid is not null`,
    evaluation,
  );
  expect(told.map((it) => it.person).sort()).toEqual([agency.person, successor.person].sort());
  expect(new Set(told.map((it) => it.reason))).toEqual(new Set([reason]));

  // The former agency's rater counts no longer; the expert stays; somebody must be named in their place.
  const { body: sheet } = await successor.send('get', `${at}/scoring`).expect(200);
  expect(sheet).toMatchObject({ lead: null, complete: false, raters: [{ person: expert.person }] });
  const cancelled = (named.raters as { person: string; document: string }[]).find(({ person }) => person === agency.person)!;
  const [gone] = await played.year.rows<{ status: string }>(
    'select status from document where id = $2 and $1::uuid is not null',
    cancelled.document,
  );
  expect(gone!.status).toBe('cancelled');
  await successor.send('post', `${at}/raters`, { ...raters, raters: [successor.person], lead: successor.person }).expect(201);

  // The new agency looks at the reply to the data request, and declares before it files the draft.
  const reply = (await played.year.owed('key-evaluation')).find(({ obligation }) => obligation === (asked.obligation as string))!;
  await unit.fill(reply.documents[0]!, { answers: [{ item: 1, provided: true, text: '见附件。' }] });
  await unit.submit(reply);
  expect(await played.reviews(agency, reply, 'return')).not.toBeNull();
  expect(await played.reviews(successor, reply)).toBeNull();
  await successor.fill(draft.documents[0]!, reportOf(['20', '20', '30', '30'], '100'));
  expect((await played.submits(successor, draft)).code).toBe('DECLARATION_MISSING');
  expect(former).not.toBe(other.id);
});
