import { createHash } from 'node:crypto';
import type { PlannedStage } from '#domain/policy/policy.js';
import { openApiOffice } from '../support/api-office.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { eventually } from '../support/eventually.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';

const PLAN: PlannedStage = { stage: 'budget-linkage', opens: '2023-11-01', due: '2023-12-08', ladder: 'short', commentWindow: 5 };
const LETTER = { number: '试财绩〔{year}〕{serial}号', issuer: '试点区财政局' };

let office: ApiOffice;
let year: LaunchedYear;
let bureau: Caller;
let leader: Caller;
let department: Caller;
let comments: Owed;
let decisions: Owed;

type Line = Record<string, unknown>;
const list = async (who: Caller, path: string) => (await who.send('get', path).expect(200)).body.items as Line[];
const letters = (who: Caller) => list(who, `/linkage-documents?campaign=${year.campaign}`);
const proposals = async () => list(bureau, `/linkage-proposals?campaign=${year.campaign}&department=${await departmentOf()}`);
const part = (kind: string): Promise<Owed> => year.part('budget-linkage', kind);
const refs = (documents: readonly string[]) => ({ documents: documents.map((id) => ({ id })) });
const outcomes = ({ body }: { body: { results: { outcome: string; refusal?: { code: string } }[] } }) => [
  ...new Set(body.results.map(({ outcome, refusal }) => refusal?.code ?? outcome)),
];
const review = async (who: Caller, verdict: 'approve' | 'return' | 'reject', documents: readonly string[]) => {
  const reasons = verdict !== 'approve' ? { reasons: [{ text: '压减理由不充分。' }] } : {};
  return outcomes(await who.send('post', '/documents/review', { ...refs(documents), verdict, ...reasons }).expect(200));
};
const departmentOf = async () =>
  (
    await year.rows<{ id: string }>(
      'select department_id as id from project p join campaign c on c.district_id = p.district_id where c.id = $1 limit 1',
    )
  )[0]!.id;
const told = async ({ person }: Caller, kind: string): Promise<Line[]> =>
  (await list(await office.as(person), '/notifications')).filter((it) => it['kind'] === kind);

beforeAll(async () => {
  office = await openApiOffice('2023-11-01T08:00');
  year = await LaunchedYear.launch(
    office,
    [PLAN],
    () => Promise.resolve(),
    (policy) => ({
      ...policy,
      linkage: [{ id: 'kept', when: 'base >= 0', treatment: 'maintain' }],
      budgetLinkage: { approval: 'bureau', document: LETTER },
    }),
  );
  comments = await part('linkage-comment');
  await year.rows(
    `insert into approval_reply select gen_random_uuid(), district_id, id, $2, 2023, 4, '4', 'x', '2023-03-01', now(), $3, 'r' from campaign where id = $1`,
    ...[await departmentOf(), year.bureau],
  );
  [bureau, department] = [await office.as(year.bureau), await office.as(comments.debtor)];
  leader = await office.as(await year.seated('bureau', `p.id <> '${year.bureau}'`));
});
afterAll(() => office.close());

describe('linkage decisions that somebody approves', () => {
  it('follow the comment window: one objection, silence about the rest', async () => {
    const [first] = comments.documents;
    await department.fill(first!, { position: 'object', text: '明年任务增加。' });
    await department.submit({ documents: [first!] });
    await office.moveTo('2023-11-10T09:00', `obligation/${comments.obligation}`);
    decisions = await part('linkage-decision');
    expect(decisions.documents).toHaveLength(6);
  });

  it('are late, filed, returned and filed again, one rejected; nothing of it holds or is seen by the department before it is approved', async () => {
    await office.moveTo('2023-12-11T10:00', `obligation/${decisions.obligation}`);
    await eventually(async () => expect((await told(bureau, 'overdue')).length).toBeGreaterThan(0));
    for (const [i, id] of decisions.documents.entries())
      await bureau.fill(id, { treatment: i === 0 ? 'compress' : 'maintain', amount: i === 0 ? '100.25' : '2000.50', reason: '经研究。' });
    await bureau.submit(decisions);
    expect(await review(bureau, 'approve', decisions.documents)).toEqual(['NOT_YOUR_STEP']);
    const [first] = decisions.documents;
    expect(await review(leader, 'return', [first!])).toEqual(['done']);
    expect((await proposals()).every((it) => it['decidedAt'] === null)).toBe(true);
    await department.send('get', `/documents/${first!}`).expect(404);
    expect(await letters(department)).toEqual([]);
    await bureau.fill(first!, { treatment: 'compress', amount: '120.25', reason: '任务已完成大半，保留尾款。' }, 1);
    await bureau.submit({ documents: [first!] });
    expect(await review(leader, 'reject', decisions.documents.slice(-1))).toEqual(['done']);
    expect(await review(leader, 'approve', decisions.documents.slice(0, -1))).toEqual(['done']);
    await eventually(async () => expect((await year.stage('budget-linkage')).status).toBe('closed'));
    const held = (await proposals()).filter((it) => it['decidedAt'] !== null);
    expect(held.map((it) => [it['decidedBy'], it['approvedBy']])).toEqual(Array(5).fill([bureau.person, leader.person]));
  });

  it('are told in one numbered letter a department, in the sequence of the approval replies; its text is kept with its hash', async () => {
    const [letter, ...more] = await letters(department);
    expect(more).toEqual([]);
    const held = (await proposals()).filter((it) => it['decidedAt'] !== null);
    const before = held.reduce((fen, it) => fen + BigInt((it['baseAmount'] as string).replace('.', '')), 0n);
    const inYuan = (fen: bigint) => `${String(fen / 100n)}.${String(fen % 100n).padStart(2, '0')}`;
    expect(letter).toMatchObject({
      number: '试财绩〔2023〕5号',
      issuer: LETTER.issuer,
      issuedOn: '2023-12-11',
      projects: 5,
      after: '8122.25',
    });
    expect(letter!['before']).toBe(inYuan(before));
    const path = `/linkage-documents/${letter!['id'] as string}`;
    expect((await department.send('get', path).expect(200)).body).toEqual(letter);
    const { text } = await department.send('get', `${path}/text`).expect(200);
    expect(createHash('sha256').update(text).digest('hex')).toBe(letter!['hash']);
    expect(text).toContain('保障4项、压缩1项');
    expect(text).toContain('安排120.25元');
    expect(text).toContain('理由：任务已完成大半，保留尾款。');
    await expect(year.rows(`update linkage_document set text = '' where campaign_id = $1`)).rejects.toThrow('final');
  });

  it('reach every department in its notices, which mail sends too, and nobody else’s', async () => {
    const [notice] = await told(department, 'linkage-document-issued');
    const [letter] = await letters(department);
    expect(notice).toMatchObject({
      title: '试财绩〔2023〕5号 2023年度绩效结果应用',
      obligation: null,
      letter: { type: 'linkage-document', id: letter!['id'] },
    });
    const unit = await office.as(await year.seated('unit'));
    expect([await letters(unit), (await told(unit, 'linkage-document-issued')).length]).toEqual([[], 0]);
    await unit.send('get', `/linkage-documents/${letter!['id'] as string}/text`).expect(404);
    expect(await letters(leader)).toHaveLength(1);
  });
});
