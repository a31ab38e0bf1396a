import type { ApiOffice, Caller } from '../support/api-office.js';
import { EvaluatedYear } from '../support/evaluated-year.js';
import { eventually } from '../support/eventually.js';
import type { Owed } from '../support/launched-year.js';
import { launchScored, reportOf, someone } from '../support/scored-year.js';

const INDICATORS = ['立项依据充分性', '预算执行率', '实际完成率', '社会效益'];
const sheetOf = (...points: readonly string[]) => ({
  items: points.map((it, i) => ({ indicator: INDICATORS[i]!, points: it, reason: `评 ${it} 分`, evidence: '底稿 D-1' })),
});

let office: ApiOffice;
beforeAll(async () => {
  office = await EvaluatedYear.openOffice();
});
afterAll(() => office.close());

interface Line {
  readonly ratings: readonly { readonly points: string; readonly rater: string }[];
  readonly points: string | null;
  readonly arbitrate: boolean;
}

it('two raters score unseen by each other, one late; too far apart the lead decides; the draft takes over what stands', async () => {
  const played = await launchScored(office, { scoring: { raters: 2, blind: true, arbitrateAbove: '5' } });
  const { agency, bureau, unit } = played.people;
  const { id: evaluation } = await played.evaluation();
  const [{ agency_id }] = await office.source.query<[{ agency_id: string }]>('select agency_id from evaluation where id = $1', [
    evaluation,
  ]);
  const expert = await someone(played, 'expert');
  const colleague = await someone(played, 'agency', { agency_id });
  const stranger = await someone(played, 'expert');
  const at = `/evaluations/${evaluation}`;
  /** Over whatever the document began with. */
  const rewrite = async (who: Caller, document: string, content: unknown): Promise<void> => {
    const { body } = await who.send('get', `/documents/${document}`).expect(200);
    await who.fill(document, content, (body as { version: number }).version);
  };
  const sheet = async (who: Caller): Promise<readonly Line[]> =>
    (await who.send('get', `${at}/scoring`).expect(200)).body.indicators as Line[];

  // Who scores: enough, and nobody who is evaluated or reads everything.
  const draft = await played.part('evaluation-draft');
  await rewrite(agency, draft.documents[0]!, reportOf(['20', '20', '30', '30'], '100'));
  expect(await played.submits(agency, draft)).toEqual({ code: 'NOT_ACCEPTED', paths: ['scoreItems'] });
  const candidates = (await bureau.send('get', `${at}/rater-candidates?limit=500`).expect(200)).body.items as { person: string }[];
  const eligible = candidates.map(({ person }) => person);
  expect(eligible).toEqual(expect.arrayContaining([expert, colleague, agency, stranger].map(({ person }) => person)));
  for (const { person } of [unit, bureau]) expect(eligible).not.toContain(person);
  const found = await agency.send('get', `${at}/rater-candidates?q=${encodeURIComponent('expert')}`).expect(200);
  expect(found.body.items).toContainEqual({ person: expert.person, name: expect.any(String), ofAgency: false, named: false });
  await unit.send('get', `${at}/rater-candidates`).expect(403);
  const scorings = async (who: Caller): Promise<readonly object[]> =>
    (await who.send('get', `/scorings?campaign=${played.year.campaign}`).expect(200)).body.items as object[];
  const name = (raters: readonly Caller[], lead: Caller) =>
    bureau.send('post', `${at}/raters`, { raters: raters.map(({ person }) => person), lead: lead.person, dueOn: '2023-05-12' });
  await unit.send('post', `${at}/raters`, {}).expect(403);
  expect((await name([expert], agency).expect(422)).body).toMatchObject({ code: 'TOO_FEW_RATERS', details: { raters: 2 } });
  const refused = await name([expert, unit], bureau).expect(422);
  expect(refused.body.errors.map((it: { path: string; code: string }) => `${it.path} ${it.code}`)).toEqual([
    'body.raters.1 NOT_ELIGIBLE',
    'body.lead NOT_ELIGIBLE',
  ]);
  expect((await name([expert, colleague], agency).expect(201)).body).toMatchObject({ complete: false, lead: { id: agency.person } });

  expect(await scorings(bureau)).toMatchObject([{ evaluation, wanted: 2, named: 2, filed: 0, dueOn: '2023-05-12', own: null }]);
  expect(await scorings(stranger)).toEqual([]);

  // Each owes a sheet of their own; nobody else of the agency, and no other expert, finds it.
  const sheets = (await bureau.send('get', `${at}/scoring`).expect(200)).body.raters as { person: string; document: string }[];
  const documentOf = ({ person }: Caller) => sheets.find((it) => it.person === person)!.document;
  const owed = async (who: Caller): Promise<Owed> =>
    (await played.year.owed('key-evaluation')).find(({ documents }) => documents.includes(documentOf(who)))!;
  const [first, second] = [await owed(expert), await owed(colleague)];
  await eventually(async () => {
    const tasks = await expert.send('get', '/tasks').expect(200);
    expect(tasks.body.items).toMatchObject([{ document: documentOf(expert), doing: 'file' }]);
  });
  for (const who of [agency, colleague, unit, stranger]) await who.send('get', `/documents/${documentOf(expert)}`).expect(404);
  await stranger.send('get', `${at}/scoring`).expect(404);
  await unit.send('get', `${at}/scoring`).expect(403);

  await expert.fill(documentOf(expert), sheetOf('20.5', '20', '30'));
  expect(await played.submits(expert, first)).toEqual({ code: 'NOT_ACCEPTED', paths: ['items.0.points', 'items'] });
  await expert.fill(documentOf(expert), sheetOf('18', '20', '30', '28'), 1);
  expect((await played.submits(expert, first)).code).toBeNull();
  await eventually(async () => expect((await expert.send('get', '/tasks').expect(200)).body.items).toEqual([]));
  expect((await expert.send('get', `/documents/${documentOf(expert)}`).expect(200)).body).toMatchObject({ status: 'approved' });
  expect((await expert.send('get', '/documents').expect(200)).body.items).toMatchObject([{ id: documentOf(expert) }]);
  for (const who of [agency, colleague, unit, stranger]) await who.send('get', `/documents/${documentOf(expert)}`).expect(404);

  // Blind: until the late one is in, each sees their own points, and the agency, the bureau and the other rater see none.
  await office.moveTo('2023-05-15T10:00', `obligation/${second.obligation}`);
  await eventually(async () => expect(await played.told(colleague, second)).toContain('overdue'));
  expect((await sheet(expert)).map(({ ratings }) => ratings.map(({ points }) => points))).toEqual([['18'], ['20'], ['30'], ['28']]);
  for (const who of [agency, bureau, colleague]) expect((await sheet(who)).flatMap(({ ratings }) => ratings)).toEqual([]);
  expect((await sheet(bureau)).map(({ points }) => points)).toEqual([null, null, null, null]);
  expect(await scorings(expert)).toMatchObject([{ filed: 1, own: { document: documentOf(expert), filed: true }, toArbitrate: [] }]);
  const early = { indicator: '社会效益', points: '25', reason: '以抽样核查为准。' };
  expect((await agency.send('post', `${at}/arbitrations`, early).expect(409)).body.code).toBe('NOT_TO_ARBITRATE');

  await colleague.fill(documentOf(colleague), sheetOf('17', '20', '30', '20'));
  expect((await played.submits(colleague, second)).code).toBeNull();
  const combined = await sheet(expert);
  expect(combined.map(({ points, arbitrate }) => [points, arbitrate])).toEqual([
    ['17.50', false],
    ['20.00', false],
    ['30.00', false],
    [null, true],
  ]);
  expect(combined[3]!.ratings).toContainEqual(
    expect.objectContaining({ points: '28', reason: '评 28 分', evidence: '底稿 D-1', at: expect.any(String) as string }),
  );
  expect(combined[3]!.ratings.map(({ points }) => points).sort()).toEqual(['20', '28']);

  expect(await scorings(agency)).toMatchObject([{ filed: 2, dueOn: null, lead: { id: agency.person }, toArbitrate: ['社会效益'] }]);

  // Now that the points can be seen, nobody else may score; another lead may be named.
  expect((await name([stranger], agency).expect(409)).body.code).toBe('RATINGS_COMPLETE');
  await name([], agency).expect(201);

  // Arbitration: by the lead alone, where it is wanted, within the points, with a reason.
  await expert.send('post', `${at}/arbitrations`, early).expect(403);
  expect((await agency.send('post', `${at}/arbitrations`, { ...early, indicator: '预算执行率' }).expect(409)).body.code).toBe(
    'NOT_TO_ARBITRATE',
  );
  expect((await agency.send('post', `${at}/arbitrations`, { ...early, points: '31' }).expect(422)).body.errors).toMatchObject([
    { path: 'body.points' },
  ]);
  expect(await played.submits(agency, draft)).toEqual({ code: 'NOT_ACCEPTED', paths: ['scoreItems.0.points', 'scoreItems.3.points'] });
  const decided = await agency.send('post', `${at}/arbitrations`, early).expect(200);
  expect(await scorings(agency)).toMatchObject([{ toArbitrate: [] }]);
  expect(decided.body.indicators[3]).toMatchObject({
    ...{ points: '25.00', gap: '8.00', arbitration: { points: '25', reason: early.reason } },
    explanation: { rule: { id: 'raters/arbitration' } },
  });

  // The draft takes it over; it comes back once; the unit objects, and the final report may change a score with its reason.
  await rewrite(agency, draft.documents[0]!, reportOf(['17.5', '20', '30', '25'], '92.5'));
  expect((await played.submits(agency, draft)).code).toBeNull();
  expect(await played.reviews(bureau, draft, 'return')).toBeNull();
  expect((await played.submits(agency, draft)).code).toBeNull();
  expect(await played.reviews(bureau, draft)).toBeNull();
  const comment = await played.part('evaluation-comment');
  await unit.fill(comment.documents[0]!, { position: 'object', text: '社会效益评分偏低。' });
  expect((await played.submits(unit, comment)).code).toBeNull();
  const final = await played.part('evaluation-final');
  const responses = [{ comment: 1, adopted: true, reason: '补充材料属实。' }];
  const changes = [{ indicator: '社会效益', reason: '采纳单位意见。' }];
  await rewrite(agency, final.documents[0]!, { ...reportOf(['17.5', '20', '30', '26'], '93.5'), responses, changes });
  expect((await played.submits(agency, final)).code).toBeNull();
  expect(await played.reviews(bureau, final)).toBeNull();
  await eventually(async () => expect((await played.evaluation()).score).toBe('93.50'));
  const [result] = await played.year.rows<{ sources: readonly { indicator: string }[] }>(
    `select explanation -> 'sources' as sources from result where campaign_id = $1 and kind = 'evaluation'`,
  );
  expect(result!.sources.map(({ indicator }) => indicator)).toEqual(INDICATORS);
  expect(result!.sources[3]).toMatchObject({
    ratings: [{ evidence: '底稿 D-1' }, { evidence: '底稿 D-1' }],
    combined: { exact: '25', arbitrate: true },
  });
});

it('where the policy wants no raters, nobody can be named, and the agency scores by itself', async () => {
  const played = await launchScored(office, {});
  const { agency, bureau } = played.people;
  const { id } = await played.evaluation();
  const expert = await someone(played, 'expert');
  const naming = { raters: [expert.person], lead: expert.person, dueOn: '2023-08-01' };
  expect((await bureau.send('post', `/evaluations/${id}/raters`, naming).expect(409)).body.code).toBe('SCORING_NOT_PLANNED');
  const { body } = await agency.send('get', `/evaluations/${id}/scoring`).expect(200);
  expect(body).toMatchObject({ rules: null, complete: false, raters: [] });
  expect(body.indicators.map((it: { source: string }) => it.source)).toEqual(['agency', 'agency', 'agency', 'agency']);
});
