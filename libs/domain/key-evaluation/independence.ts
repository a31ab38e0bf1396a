import type { Explained, ExplainedInput, Sentence } from '#domain/explanation/explained.js';
import { UNROUNDED } from '#domain/explanation/explained.js';
import type { Day } from '#domain/policy/policy.js';

/** 隶属关系 (owned, run or staffed by it) and 咨询顾问合同: what makes an agency not independent of somebody. */
export const TIE_KINDS = ['affiliation', 'advisory-contract'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** What the register holds of an agency's ties. */
export interface AgencyTie {
  readonly kind: TieKind;
  /** The budget unit or department it is tied to; null: the finance bureau. */
  readonly unit: string | null;
  readonly fromOn: Day;
  /** Last day; null while it goes on. */
  readonly untilOn: Day | null;
  readonly description: string;
}

/** 信用等级, best first. The letters are a district's habit; what follows from them is its policy's. */
export const CREDIT_GRADES = ['A', 'B', 'C', 'D'] as const;
export type CreditGrade = (typeof CREDIT_GRADES)[number];

export interface RegisteredAgency {
  readonly name: string;
  readonly active: boolean;
  /** Null: not graded yet. */
  readonly creditGrade: CreditGrade | null;
  readonly ties: readonly AgencyTie[];
}

/** Who is evaluated: the unit and the department above it, and whoever else's projects are looked at. */
export interface EvaluatedPlace {
  readonly unit: string;
  readonly department: string;
  /** Units and departments of the projects that are looked at as well. */
  readonly others?: readonly string[];
}

/** `keyEvaluation.assignment` of the policy. */
export interface AssignmentRules {
  /** The grades that may be assigned; any, graded or not, when absent. */
  readonly creditGrades?: readonly CreditGrade[];
  /** Years after its end in which an advisory contract still stands in the way. Default 0: while it is in force. */
  readonly contractYears?: number;
  /** The agency declares its interests before it may file its plan. */
  readonly declaration?: boolean;
  readonly source?: string;
}

/** Why a rule does not hold. */
export type ConflictCode = 'AGENCY_INACTIVE' | 'CREDIT_GRADE' | 'AFFILIATED' | 'ADVISORY_CONTRACT';

export interface Independence {
  readonly permitted: boolean;
  /** Each rule with what it looked at, whether it holds or not. */
  readonly rulings: readonly Explained<boolean>[];
}

const yearsLater = (day: Day, years: number): Day => `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;

/** Does the tie stand in the way on that day, `years` after its end included? */
const isInForce = ({ fromOn, untilOn }: AgencyTie, on: Day, years: number): boolean =>
  fromOn <= on && (untilOn === null || on <= yearsLater(untilOn, years));

const input = (name: string, zh: string, en: string, value: string | boolean | null): ExplainedInput => {
  return { name, zh, en, value, origin: { document: 'agency-register' } };
};

const tieInput = ({ kind, fromOn, untilOn, description }: AgencyTie): ExplainedInput =>
  input(kind, `${description}（${fromOn} 至 ${untilOn ?? '今'}）`, `${description} (${fromOn} to ${untilOn ?? 'now'})`, true);

interface Ruling {
  readonly code: ConflictCode;
  readonly holds: boolean;
  readonly inputs: readonly ExplainedInput[];
  readonly says: Sentence;
  readonly source: string;
}

const explained = ({ code, holds, inputs, says, source }: Ruling): Explained<boolean> => ({
  rule: { id: `assignment/${code.toLowerCase().replaceAll('_', '-')}`, version: '1', source },
  value: holds,
  ...(holds ? {} : { reason: code }),
  inputs,
  steps: [],
  rounding: UNROUNDED,
  sentence: says,
});

const INDEPENDENT = '财监〔2021〕4号: 独立于委托方和被评价方';

const standing = ({ name, active }: RegisteredAgency): Ruling => ({
  code: 'AGENCY_INACTIVE',
  holds: active,
  inputs: [input('active', '在册', 'active', active)],
  says: active ? { zh: `${name}在册`, en: `${name} is active` } : { zh: `${name}已停用`, en: `${name} is not active` },
  source: '机构名册',
});

const credit = ({ name, creditGrade }: RegisteredAgency, { creditGrades, source }: AssignmentRules): Ruling => {
  const holds = creditGrades === undefined || (creditGrade !== null && creditGrades.includes(creditGrade));
  const [allowed, grade] = [creditGrades?.join('、') ?? '不限', creditGrade ?? '未评定'];
  return {
    code: 'CREDIT_GRADE',
    holds,
    inputs: [input('creditGrade', '信用等级', 'credit grade', creditGrade)],
    says: {
      zh: `${name}信用等级${grade}，允许：${allowed}`,
      en: `credit grade of ${name}: ${creditGrade ?? 'none'}; allowed: ${creditGrades?.join(', ') ?? 'any'}`,
    },
    source: source ?? '未作规定',
  };
};

const untied = (code: 'AFFILIATED' | 'ADVISORY_CONTRACT', standingInTheWay: readonly AgencyTie[], source: string): Ruling => {
  const [zh, en] = code === 'AFFILIATED' ? ['隶属关系', 'affiliation'] : ['咨询顾问合同', 'advisory contract'];
  const [first] = standingInTheWay;
  return {
    code,
    holds: first === undefined,
    inputs: standingInTheWay.map(tieInput),
    says: first
      ? { zh: `存在${zh}：${first.description}`, en: `there is an ${en}: ${first.description}` }
      : { zh: `无${zh}`, en: `no ${en}` },
    source,
  };
};

/**
 * May this agency evaluate this unit on that day? It must be active, of a grade that the policy allows, not affiliated with the bureau, the
 * unit or its department, and without an advisory contract with one of them in force or ended within the policy's years
 * (财监〔2021〕4号: independent of the principal and of the evaluated body). A tie to another unit is no conflict.
 */
export const checkIndependence = (agency: RegisteredAgency, place: EvaluatedPlace, on: Day, rules: AssignmentRules = {}): Independence => {
  const years = rules.contractYears ?? 0;
  const evaluated = [place.unit, place.department, ...(place.others ?? [])];
  const concerned = agency.ties.filter(({ unit }) => unit === null || evaluated.includes(unit));
  const affiliations = concerned.filter((it) => it.kind === 'affiliation' && isInForce(it, on, 0));
  const contracts = concerned.filter((it) => it.kind === 'advisory-contract' && isInForce(it, on, years));
  const rulings = [
    standing(agency),
    credit(agency, rules),
    untied('AFFILIATED', affiliations, INDEPENDENT),
    untied('ADVISORY_CONTRACT', contracts, rules.source ?? INDEPENDENT),
  ];
  return { permitted: rulings.every(({ holds }) => holds), rulings: rulings.map(explained) };
};
