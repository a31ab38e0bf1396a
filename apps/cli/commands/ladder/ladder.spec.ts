import { readFileSync } from 'node:fs';
import { follow } from './follow.js';
import { ladderFileSchema } from './json-schema.js';
import { printed } from './print.js';
import { readCases } from '#contracts/rules/case-file.js';
import { ladderCase } from './case.schema.js';

const DOCS = new URL('../../../../docs/formats/', import.meta.url);

const STANDARD = `
dueOn: 2023-10-15
calendar: cn-2023@1
ladder:
  - { day: -7, remind: [debtor] }
  - { day: -3, remind: [debtor] }
  - { day: 0, at: "09:00", remind: [debtor] }
  - { day: +1, remind: [debtor, department] }
  - { day: +3, escalate: [sectorOffice] }
  - { day: +5, escalate: [supervision], notice: circulation }
`;

const casesIn = (yaml: string) => readCases(yaml, ladderCase).map(({ read }) => read);
const one = (yaml: string) => follow(casesIn(yaml)[0]!);

describe('jiheng ladder', () => {
  it('places the rungs of Gangcheng’s rectification deadline, a Sunday, on working days of 2023', () => {
    const [deadline] = one(STANDARD).deadlines;
    expect(deadline?.dueAt).toBe('2023-10-16T00:00:00.000+08:00');
    expect(deadline?.rungs.map(({ day, at }) => [day, at.slice(0, 16)])).toEqual([
      [-7, '2023-10-07T09:00'],
      [-3, '2023-10-11T09:00'],
      [0, '2023-10-15T09:00'],
      [1, '2023-10-16T09:00'],
      [3, '2023-10-18T09:00'],
      [5, '2023-10-20T09:00'],
    ]);
  });

  it('follows a return, an extension and a transfer', () => {
    const followed = one(`${STANDARD}
documents: [a, b]
chain:
  - { step: department, who: debtor.department, any: 1, within: 3d }
  - { step: performanceOffice, who: role.performanceOffice, all: true, within: 5d }
events:
  - { at: 2023-09-20T10:00, submit: all }
  - { at: 2023-10-12T10:00, return: a, reason: 指标不清 }
  - { at: 2023-10-13T10:00, extension: 2023-10-31 }
  - { at: 2023-10-16T10:00, transfer: [a], to: clerk, by: debtor }
  - { at: 2023-10-17T10:00, submit: a }
  - { at: 2023-10-17T11:00, approve: all }
  - { at: 2023-10-17T12:00, approve: all }
`);
    expect(followed.refusals).toEqual([]);
    expect(followed.status).toBe('closed');
    expect(followed.documents.map(({ status, round }) => [status, round])).toEqual([
      ['approved', 2],
      ['approved', 1],
    ]);
    expect(followed.deadlines.map(({ serial, rungs }) => [serial, rungs.map(({ state }) => state).join()])).toEqual([
      [1, 'sent,sent,lapsed,lapsed,lapsed,lapsed'],
      [2, 'lapsed,lapsed,lapsed,lapsed,lapsed,lapsed'],
    ]);
    expect(followed.deadlines[0]?.rungs[0]?.spokeAt).toBe('2023-10-12T10:00:00.000+08:00');
    expect(followed.timeline.map(({ sequence }) => sequence)).toEqual(followed.timeline.map((_, i) => i + 1));
    expect(printed(followed)).toContain('-7  2023-10-07 09:00  sent    remind debtor, said 2023-10-12 10:00');
  });

  it('takes holidays and swapped working days written out, and another calendar midway', () => {
    const followed = one(`
dueOn: 2027-10-15
calendar: { holidays: [2027-10-14], swapped: [2027-10-16] }
ladder: [{ day: -1, remind: [debtor] }, { day: 1, remind: [debtor] }]
events: [{ at: 2027-10-12, recalendar: { version: corrected, holidays: [2027-10-13, 2027-10-14] }, reason: 更正 }]
`);
    expect(followed.deadlines[0]?.rungs.map(({ on }) => on)).toEqual(['2027-10-12', '2027-10-18']);
    expect(followed.calendar).toBe('corrected');
    expect(one(STANDARD.replaceAll('2023', '2027').replace('@1', '@0')).provisionalFrom).toBe('2026-01-01'.replace('2026', '2027'));
  });

  it('lists what is refused and goes on', () => {
    const { refusals } = one(`${STANDARD}
events: [{ at: 2023-10-10T08:00, approve: all }, { at: 2023-10-10T09:00, requestExtension: 2023-10-01 }]`);
    expect(refusals.map(({ event, code }) => [event, code])).toEqual([
      [0, 'NOT_IN_REVIEW'],
      [1, 'NOT_LATER'],
    ]);
  });

  it('holds many cases, as a list or below `cases`, in JSON as well', () => {
    expect(
      casesIn(
        JSON.stringify({
          cases: [
            { dueOn: '2023-10-15', calendar: 'cn-2023@1' },
            { dueOn: '2023-10-16', calendar: ['cn-2023@1'] },
          ],
        }),
      ),
    ).toHaveLength(2);
    expect(casesIn('[{ dueOn: 2023-10-15, calendar: cn-2023@1 }]')).toHaveLength(1);
  });

  it('names every field that is wrong', () => {
    const wrong = (yaml: string) => () => casesIn(yaml);
    expect(wrong('dueOn: 2023-02-30\ncalendar: cn-2023@1')).toThrow(/^dueOn: there is no such day/);
    expect(wrong('dueOn: 2023-10-15')).toThrow(/^calendar: this field is missing/);
    expect(wrong(`cases: [{ dueOn: 2023-10-15, calendar: cn-2023@1, ladder: [{ day: x }] }]`)).toThrow(/^cases\.0\.ladder\.0\.day: /);
    expect(wrong(`${STANDARD}\nevents: [{ at: 2023-10-32, submit: all }]`)).toThrow(/^events\.0\.at: an instant is needed/);
    expect(wrong(`${STANDARD}\nevents: [{ at: 2023-10-31 }]`)).toThrow(/^events\.0: exactly one of/);
    expect(wrong(`${STANDARD}\nevents: [{ at: 2023-10-31, transfer: all }]`)).toThrow(/^events\.0\.to: /);
    expect(wrong(`${STANDARD}\nduOn: 2023-10-31`)).toThrow(/^duOn: there is no field/);
    expect(wrong('dueOn: [')).toThrow();
    expect(wrong('')).toThrow(/^file: /);
  });
});

describe('docs/formats/ladder', () => {
  it('has the JSON Schema of the present code', () => {
    expect(JSON.parse(readFileSync(new URL('ladder.schema.json', DOCS), 'utf8'))).toEqual(JSON.parse(JSON.stringify(ladderFileSchema())));
  });

  it('has examples that are accepted and refuse nothing', () => {
    const examples = [...readFileSync(new URL('ladder.md', DOCS), 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => yaml!);
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const example of examples) for (const it of casesIn(example)) expect(follow(it).refusals).toEqual([]);
  });
});
