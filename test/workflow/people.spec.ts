import { randomUUID } from 'node:crypto';
import { Reseating } from '#activities/organisation/reseating.js';
import { openOffice } from '../support/office.js';
import type { Office } from '../support/office.js';
import { inDays, seedCampaign } from '../support/seed.js';
import type { SeededCampaign } from '../support/seed.js';

let office: Office;
let year: SeededCampaign;

beforeAll(async () => {
  office = await openOffice();
  year = await seedCampaign(office.source);
});

afterAll(() => office.close());

const newPerson = async (role: string, unit: string | null): Promise<string> => {
  const id = randomUUID();
  await office.source.query(
    `insert into person (id, district_id, email, name, password_hash) values ($1::uuid, $2, $1::text, '新人', 'none')`,
    [id, year.district],
  );
  await office.source.query('insert into role_grant (id, person_id, role, district_id, unit_id) values ($1, $2, $3, $4, $5)', [
    randomUUID(),
    id,
    role,
    unit === null ? year.district : null,
    unit,
  ]);
  return id;
};

const turn = async (obligation: string): Promise<string[]> => {
  const rows: { person_id: string }[] = await office.source.query(
    'select distinct person_id from task where obligation_id = $1 order by person_id',
    [obligation],
  );
  return rows.map(({ person_id }) => person_id);
};

const submitAll = ({ obligation, documents, people }: Awaited<ReturnType<SeededCampaign['openObligation']>>) =>
  office.engine.act(obligation, {
    name: 'submit',
    requestId: randomUUID(),
    actor: people.clerk,
    documents: documents.map((id) => ({ id })),
  });

it('gives a reviewer who came later what waits for the seat, and takes it from one who left', async () => {
  const started = await year.openObligation(office);
  await submitAll(started);
  const reseating = new Reseating(office.source, office.engine);
  const late = await newPerson('department', year.unit);
  await reseating.follow(late, randomUUID());
  expect(await turn(started.obligation)).toEqual([late, year.people.department].sort());

  await office.source.query('update person set active = false where id = $1', [year.people.department]);
  await reseating.follow(year.people.department, randomUUID());
  expect(await turn(started.obligation)).toEqual([late]);
  await office.source.query('update person set active = true where id = $1', [year.people.department]);
});

it('lets the stand-in of somebody absent act on what is opened during the absence', async () => {
  const standIn = await newPerson('bureau', null);
  await office.source.query('insert into delegation (id, from_person_id, to_person_id, from_on, until_on) values ($1, $2, $3, $4, $5)', [
    randomUUID(),
    year.people.department,
    standIn,
    inDays(0),
    inDays(3),
  ]);
  const started = await year.openObligation(office);
  await submitAll(started);
  const [answer] = await office.engine.act(started.obligation, {
    name: 'review',
    verdict: 'approve',
    requestId: randomUUID(),
    actor: standIn,
    documents: [{ id: started.documents[0]! }],
  });
  expect(answer).toMatchObject({ outcome: 'done' });
});
