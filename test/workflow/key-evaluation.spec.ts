import { sampleReport } from '#contracts/forms/samples.js';
import type { PlannedStage } from '#domain/policy/policy.js';
import { eventually } from '../support/eventually.js';
import { keepHistory } from '../support/histories.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';
import { openVirtualOffice } from '../support/virtual-office.js';
import type { VirtualOffice } from '../support/virtual-office.js';

const PLAN: PlannedStage = {
  stage: 'key-evaluation',
  opens: '2023-05-04',
  planDue: '2023-05-31',
  draftDue: '2023-08-31',
  commentWindow: 5,
  finalWithin: 10,
  silence: 'consent',
  chain: 'bureau',
  ladder: 'short',
};

let office: VirtualOffice;
let year: LaunchedYear;

beforeAll(async () => {
  office = await openVirtualOffice('2023-05-04T08:00');
});
afterAll(() => office.close());

/** One project of the district is evaluated by its agency. */
beforeEach(async () => {
  year = await LaunchedYear.launch(office, [PLAN], (it) =>
    it.rows(
      `insert into evaluation (id, campaign_id, stage_id, project_id, agency_id, status)
       select gen_random_uuid(), c.id, s.id, p.id, a.id, 'planned' from campaign c join stage s on s.campaign_id = c.id
       join project p on p.district_id = c.district_id join agency a on a.district_id = c.district_id
       where c.id = $1 order by p.code limit 1`,
    ),
  );
});

/** The part that is open now, once it is of this kind. */
const part = async (kind: string): Promise<Owed> => {
  const [owed] = await opened(kind);
  if (owed) return owed;
  await eventually(async () => expect(await opened(kind)).toHaveLength(1));
  return part(kind);
};
const opened = async (kind: string): Promise<Owed[]> => {
  const rows = await year.rows<{ id: string }>(
    'select id from obligation where campaign_id = $1 and kind = $2 and started_at is not null',
    kind,
  );
  const owed = await year.owed('key-evaluation');
  return owed.filter(({ obligation }) => rows.some(({ id }) => id === obligation));
};
const writes = (owed: Owed, content: unknown): Promise<unknown> =>
  year.rows(
    `with written as (insert into document_content (document_id, version, content, saved_at)
       select $2::uuid, d.content_version + 1, $3::text::jsonb, now() from document d where d.id = $2 and $1::uuid is not null)
     update document set content_version = content_version + 1 where id = $2`,
    owed.documents[0],
    JSON.stringify(content),
  );
const evaluation = async () => {
  const rows = await year.rows<{ id: string; status: string; score: string | null; grade: string | null }>(
    'select id, status, score::text as score, grade from evaluation where campaign_id = $1',
  );
  return rows[0]!;
};
const ends = async (status: string): Promise<void> => {
  await eventually(async () => expect((await evaluation()).status).toBe(status));
  await eventually(async () => expect((await year.stage('key-evaluation')).status).toBe('closed'));
};

it('goes through plan, draft, comment window and final report; a draft may come back, silence is consent, the grade is computed', async () => {
  await year.fileAndApprove(await part('evaluation-plan'));
  const draft = await part('evaluation-draft');
  await year.submit(draft);
  const reasons = [{ text: '数据来源不清。' }];
  const documents = draft.documents.map((id) => ({ id }));
  const back = { name: 'review' as const, verdict: 'return' as const, requestId: 'back', actor: year.bureau, documents, reasons };
  await office.engine.act(draft.obligation, back);
  await year.fileAndApprove(draft);

  const comment = await part('evaluation-comment');
  await office.moveTo(`${comment.dueOn}T23:59`, `obligation/${comment.obligation}`);
  expect((await part('evaluation-comment')).status).toBe('open');
  await office.moveTo('2023-06-01T09:00', `obligation/${comment.obligation}`);
  const final = await part('evaluation-final');
  expect((await part('evaluation-comment')).status).toBe('closed');
  await writes(final, sampleReport('90'));
  await year.fileAndApprove(final);
  await ends('accepted');
  expect(await evaluation()).toMatchObject({ score: '90.00', grade: '优' });
  expect(await year.rows('select problem from finding where campaign_id = $1')).toHaveLength(1);
  await keepHistory(office.client, `evaluation/${(await evaluation()).id}`, 'key-evaluation-draft-returned');
});

it('takes an objection within the comment window, and the final report follows all the same', async () => {
  for (const kind of ['evaluation-plan', 'evaluation-draft']) await year.fileAndApprove(await part(kind));
  const comment = await part('evaluation-comment');
  await writes(comment, { position: 'disagree', text: '社会效益得分偏低。' });
  await year.fileAndApprove(comment);
  const final = await part('evaluation-final');
  const statuses = await year.rows<{ status: string }>(
    `select status from document where campaign_id = $1 and kind = 'evaluation-comment'`,
  );
  expect(statuses).toEqual([{ status: 'approved' }]);
  await writes(final, sampleReport('89.99'));
  await year.fileAndApprove(final);
  await ends('accepted');
  expect(await evaluation()).toMatchObject({ score: '89.99', grade: '良' });
});

it('is abandoned when its plan is rejected: nothing further is opened, and the stage closes without it', async () => {
  const plan = await part('evaluation-plan');
  await year.submit(plan);
  await year.decideAll(plan, 'reject');
  await ends('abandoned');
  const kinds = await year.rows<{ kind: string }>('select distinct kind from obligation where campaign_id = $1');
  expect(kinds).toEqual([{ kind: 'evaluation-plan' }]);
  expect(await evaluation()).toMatchObject({ score: null, grade: null });
  await keepHistory(office.client, `evaluation/${(await evaluation()).id}`, 'key-evaluation-abandoned');
});
