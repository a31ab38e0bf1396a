import { checkIndependence } from './independence.js';
import type { AgencyTie, AssignmentRules, RegisteredAgency } from './independence.js';

const PLACE = { unit: 'u1', department: 'd1' };
const agency = (over: Partial<RegisteredAgency> = {}): RegisteredAgency => ({
  name: '甲事务所',
  active: true,
  creditGrade: 'B',
  ties: [],
  ...over,
});
const tie = (over: Partial<AgencyTie>): AgencyTie => ({
  kind: 'affiliation',
  unit: 'u1',
  fromOn: '2020-01-01',
  untilOn: null,
  description: '原下属单位',
  ...over,
});
const reasons = (it: RegisteredAgency, rules: AssignmentRules = {}, on = '2023-03-01') => {
  const { permitted, rulings } = checkIndependence(it, PLACE, on, rules);
  const failed = rulings.flatMap(({ reason }) => reason ?? []);
  expect(permitted).toBe(failed.length === 0);
  return failed;
};

describe('independence of an agency', () => {
  it('is given when it is active and tied to nobody concerned', () => {
    expect(reasons(agency())).toEqual([]);
    expect(reasons(agency({ ties: [tie({ unit: 'u2' })] }))).toEqual([]);
    expect(reasons(agency({ active: false }))).toEqual(['AGENCY_INACTIVE']);
  });

  it('is lost by an affiliation with the unit, its department or the bureau, as long as it lasts', () => {
    for (const unit of ['u1', 'd1', null]) expect(reasons(agency({ ties: [tie({ unit })] }))).toEqual(['AFFILIATED']);
    const ended = agency({ ties: [tie({ untilOn: '2023-03-01' })] });
    expect(reasons(ended)).toEqual(['AFFILIATED']);
    expect(reasons(ended, { contractYears: 3 }, '2023-03-02')).toEqual([]);
    expect(reasons(agency({ ties: [tie({ fromOn: '2023-03-02' })] }))).toEqual([]);
  });

  it('is lost by an advisory contract in force, or ended within the policy’s years', () => {
    const contract = agency({ ties: [tie({ kind: 'advisory-contract', untilOn: '2021-06-30' })] });
    expect(reasons(contract)).toEqual([]);
    expect(reasons(contract, { contractYears: 2 })).toEqual(['ADVISORY_CONTRACT']);
    expect(reasons(contract, { contractYears: 2 }, '2023-06-30')).toEqual(['ADVISORY_CONTRACT']);
    expect(reasons(contract, { contractYears: 2 }, '2023-07-01')).toEqual([]);
  });

  it('asks for a grade where the policy does; who has none is not allowed', () => {
    const rules: AssignmentRules = { creditGrades: ['A', 'B'] };
    expect(reasons(agency(), rules)).toEqual([]);
    expect(reasons(agency({ creditGrade: 'C' }), rules)).toEqual(['CREDIT_GRADE']);
    expect(reasons(agency({ creditGrade: null }), rules)).toEqual(['CREDIT_GRADE']);
  });

  it('explains itself: rule, source, what it saw, a sentence', () => {
    const { rulings } = checkIndependence(agency({ ties: [tie({})] }), PLACE, '2023-03-01');
    expect(rulings[2]).toMatchObject({
      rule: { id: 'assignment/affiliated', source: '财监〔2021〕4号: 独立于委托方和被评价方' },
      value: false,
      inputs: [{ name: 'affiliation', zh: '原下属单位（2020-01-01 至 今）' }],
      sentence: { zh: '存在隶属关系：原下属单位' },
    });
  });
});
