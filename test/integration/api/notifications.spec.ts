import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { giveTask, makeDistrict } from './district.js';
import type { Branch } from './district.js';
import { World } from './world.js';
import type { LoggedIn } from './world.js';

let world: World;
let first: Branch;
let second: Branch;
let unit: LoggedIn;
let other: LoggedIn;

beforeAll(async () => {
  world = await World.begin({ options: { publicUrl: 'https://jiheng.example' } });
  const district = await makeDistrict(world, 'home');
  [first, second] = district.branches;
  unit = await world.someone('unit', { unit_id: first.unit });
  other = await world.someone('unit', { unit_id: second.unit });
});
afterAll(() => world.end());

let serial = 0;
const tell = (person: string, kind: string, at: string): Promise<void> =>
  world.source.transaction((manager) =>
    new OutboxRepository().put(manager, [
      {
        key: `test:${String((serial += 1))}`,
        person,
        obligation: first.obligation,
        kind,
        at: new Date(at),
        detail: { documents: [first.document] },
      },
    ]),
  );

interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly readAt: string | null;
}
const list = async (who: LoggedIn, more = ''): Promise<{ items: Notice[]; next: string | null }> =>
  (await who.send('get', `/notifications${more}`).expect(200)).body as { items: Notice[]; next: string | null };
const unread = async (who: LoggedIn): Promise<unknown> => (await who.send('get', '/notifications/unread-count').expect(200)).body;

describe('notifications', () => {
  beforeAll(async () => {
    await tell(unit.person, 'opened', '2023-02-01T09:00:00+08:00');
    await tell(unit.person, 'reminder', '2023-02-20T09:00:00+08:00');
    await tell(unit.person, 'returned', '2023-02-25T09:00:00+08:00');
    await tell(unit.person, 'reminder', '2023-12-01T09:00:00+08:00');
    await tell(other.person, 'opened', '2023-02-01T09:00:00+08:00');
  });

  it('show a person what they were told, newest first, and nothing of another or of days to come', async () => {
    const { items } = await list(unit);
    expect(items.map(({ kind }) => kind)).toEqual(['returned', 'reminder', 'opened']);
    expect(items[0]).toMatchObject({
      zh: '退回修改',
      en: 'Returned for correction',
      title: '绩效目标1',
      dueOn: '2023-03-15',
      obligation: first.obligation,
      documents: [first.document],
      readAt: null,
    });
    const page = await list(unit, '?limit=2');
    expect((await list(unit, `?limit=2&cursor=${page.next!}`)).items.map(({ kind }) => kind)).toEqual(['opened']);
  });

  it('are marked as read one by one or up to an instant, by their own person only', async () => {
    expect(await unread(unit)).toEqual({ unread: 3, more: false });
    const { items } = await list(unit);
    const { body } = await unit.send('post', '/notifications/read', { notifications: [items[0]!.id] }).expect(200);
    expect(body).toEqual({ unread: 2, more: false });
    const ids = items.map(({ id }) => id);
    expect((await other.send('post', '/notifications/read', { notifications: ids }).expect(200)).body).toEqual({ unread: 1, more: false });
    expect(await unread(unit)).toEqual({ unread: 2, more: false });
    expect((await list(unit, '?unread=true')).items.map(({ kind }) => kind)).toEqual(['reminder', 'opened']);
    await unit.send('post', '/notifications/read', { until: '2023-02-10T00:00:00+08:00' }).expect(200);
    expect((await list(unit, '?unread=true')).items.map(({ kind }) => kind)).toEqual(['reminder']);
    // What is told later stays unread, whatever instant is named.
    await unit.send('post', '/notifications/read', { until: '2030-01-01T00:00:00+08:00' }).expect(200);
    const rows = await world.source.query('select count(*)::int as n from outbox where person_id = $1 and read_at is null', [unit.person]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('name the wrong field', async () => {
    for (const body of [{}, { notifications: [] }, { notifications: ['1; drop'] }, { until: 'soon' }]) {
      expect((await unit.send('post', '/notifications/read', body).expect(400)).body.code).toBe('INVALID');
    }
    await unit.send('get', '/notifications?cursor=x').expect(400);
  });
});

describe('the calendar feed', () => {
  const open = async (): Promise<string> => {
    const { body } = await unit.send('post', '/calendar-feed').expect(201);
    return (body as { url: string }).url.replace('https://jiheng.example', '');
  };
  const read = (url: string) => world.anybody().get(url);

  it('gives one’s deadlines to whoever holds the secret address, without log-in', async () => {
    await giveTask(world, first, unit.person);
    await giveTask(world, second, other.person);
    await unit.send('get', '/calendar-feed').expect(404);
    const url = await open();
    const { text, headers } = await read(url).expect(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(text).toContain('DTEND;TZID=Asia/Shanghai:20230316T000000');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text.replaceAll('\r\n ', '')).toContain(`URL;VALUE=URI:https://jiheng.example/obligations/${first.obligation}`);
    await read(url.replace('.ics', '')).expect(200);
    await unit.send('get', '/calendar-feed').expect(200);
  });

  it('holds what a stand-in does for somebody absent', async () => {
    await world.insert('delegation', {
      from_person_id: other.person,
      to_person_id: unit.person,
      from_on: '2023-03-01',
      until_on: '2023-03-02',
    });
    const { text } = await read(await open()).expect(200);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });

  it('ends when it is opened anew, when it is closed, and with the account', async () => {
    const old = await open();
    const url = await open();
    await read(old).expect(404);
    await read(url).expect(200);
    await world.source.query('update person set active = false where id = $1', [unit.person]);
    await read(url).expect(404);
    await world.source.query('update person set active = true where id = $1', [unit.person]);
    await unit.send('delete', '/calendar-feed').expect(204);
    await read(url).expect(404);
    await unit.send('delete', '/calendar-feed').expect(404);
    await read('/api/v1/calendar-feeds/guess').expect(404);
    const rows = await world.source.query('select token_hash from calendar_feed');
    expect(rows).toEqual([]);
  });
});
