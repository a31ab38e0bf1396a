import type { FindingCode } from '#domain/reconciliation/finding-texts.js';

/** By what an inconsistency is found: a statement that does not agree, a finding of a kind at a place; or why no machine sees it. */
export type Seen = { readonly statement: string } | { readonly finding: FindingCode; readonly at: string } | { readonly unseen: string };

const statement = (id: string): Seen => ({ statement: id });
const at = (place: string, finding: FindingCode): Seen => ({ finding, at: place });
const unseen = (reason: string): Seen => ({ unseen: reason });

/** Every inconsistency of fixtures/inconsistencies.json. */
export const EXPECTED: Readonly<Record<string, readonly Seen[]>> = {
  'jb21-x01': [statement('jb21-a003')],
  'jb21-x02': [statement('jb21-a005')],
  'jb21-x04': [statement('jb21-a009')],
  'jb21-x05': [statement('jb21-a048'), at('jb21-p07', 'FUNDS_ARE_SPEND')],
  'jb21-x06': [statement('jb21-a054'), at('jb21-p07', 'OVERSPENT')],
  'jb21-x08': [statement('jb21-a060'), at('jb21-p06', 'RATE_CUT_OFF')],
  'jb21-x10': [statement('jb21-a072')],
  'jb21-x12': [at('jb21-p03', 'RATE_UNSUPPORTED'), at('jb21-p10', 'RATE_UNSUPPORTED')],
  'jb21-x13': ['jb21-p02', 'jb21-p05', 'jb21-p07', 'jb21-p12'].map((id) => at(id, 'YEAR_DIFFERS')),
  'jb21-x14': [at('jb21-p07', 'NAMES_DIFFER')],
  'jb21-x15': [at('jb21-p07', 'NAME_ABSENT')],
  'jb21-x16': [at('listed.0', 'NAMES_DIFFER')],
  'jb21-x17': [at('jb21-p02', 'NAMES_DIFFER')],
  'jb21-x18': [at('texts', 'NAMES_DIFFER')],
  'jb21-x19': ['jb21-p03', 'jb21-p06', 'jb21-p11'].map((id) => at(id, 'ALIAS')),
  'jb22-x01': [statement('jb22-a016'), at('shares.0', 'SHARE_IMPOSSIBLE')],
  'jb22-x03': [at('jb22-a015', 'SHARE_ONLY_CUT_OFF')],
  'jb22-x04': [at('jb22-r06', 'BAND_GAP')],
  'jb22-x05': [at('jb22-a008', 'MEASURES_DIFFER')],
  'jb22-x06': [at('jb22-a019', 'MEASURES_DIFFER')],
  'jb22-x07': [at('texts', 'DOUBLE_NEGATION')],
  'jb22-x08': [unseen('a character is missing in running prose; no second passage to compare with')],
  'jb22-x09': [at('texts', 'TWO_NAMES')],
  'jb22-x10': [at('texts', 'LIST_INCOMPLETE')],
  'hx21-x02': [at('projects', 'NUMBER_ON_SEVERAL_ROWS')],
  'hx21-x03': ['hx21-p13b', 'hx21-p24b'].map((id) => at(id, 'NAME_BLANK')),
  'hx21-x04': [at('hx21-a009', 'MEASURES_DIFFER')],
  'hx21-x05': [at('dates.signedOn', 'DATE_MISSING')],
  'hx21-x06': [at('hx21-u40', 'SELF_EVALUATED')],
  'gc23-x02': [at('title', 'YEAR_DIFFERS')],
  'gc23-x03': [at('dates.signedAs', 'DATE_UNREADABLE')],
  'gc23-x04': [at('dates.rectificationDueOn', 'DUE_NOT_AFTER_FEEDBACK')],
  'gc23-x05': [at('numberings.0', 'NUMBERING')],
  'gc23-x06': [at('projects.section', 'NAMES_UNEVEN'), at('projects.implementing_units', 'NAMES_UNEVEN')],
  'gc23-x07': [unseen('the table has no column of the fund type; that a project of equal amount is the fund is a guess')],
  'gc23-x08': [at('gc23-p06', 'SELF_EVALUATED')],
  'gc23-x09': [unseen('完成的 for 完整的 is a word of the language in a sound sentence')],
  'bb19-x02': [at('bb19-i35', 'SCORE_UNSUPPORTED')],
  'bb19-x04': [statement('bb19-i24:score')],
  'bb19-x06': [unseen('a judgement: nothing published says whether the papers were complete')],
  'bb19-x07': ['bb19-i02', 'bb19-i03', 'bb19-i04'].map((id) => at(id, 'POINT_BLANK')),
  'bb19-x08': [at('bb19-i16', 'POINT_BLANK')],
  'bb19-x10': [statement('bb19-a067'), at('dates.signedOn', 'SIGNED_BEFORE_COMMENTS_END')],
  'bb19-x11': [at('bb19-a057', 'NEUTRAL_COUNTED')],
  'bb19-x12': [at('bb19-i44 满意度', 'BAND_GAP')],
  'bb19-x13': ['bb19-i34', 'bb19-i35', 'bb19-i36', 'bb19-i40'].map((id) => at(id, 'SAME_FAULT_TWICE')),
  'bb19-x15': [unseen('the columns of the printed table; the copy has the cells where they belong')],
  'bb19-x16': [unseen('that a quality rate is no quantity is a question of meaning')],
  'bb19-x18': [at('texts', 'TITLES_NEAR')],
  'bb19-x19': [unseen('20号 and 20# can both be a day or a voucher number')],
  'bb19-x20': [at('bb19-p01', 'COST_BEFORE_GRANT')],
};

/**
 * Statements whose result the published copy leaves open and that do not agree, each with what is wrong: the hidden half of the faults.
 */
export const OPEN_FAULTS: Readonly<Record<string, string>> = {
  'jb21-a007': 'rows 1–6 add up to 8643, 11 more than published',
  'jb21-a059': '501.580078 of 513 are 97.77%',
  'jb21-a062': '208.222431 of a budget of 320 are 65.07%; 100% is the share of the money received',
  'jb21-a064': '536.022 of a budget of 546.42 are 98.10%; of the money received 98.488%, cut off',
  'jb22-a017': '6 of 304 are 1.97%, 7 are 2.30%',
  'hx21-a019': 'the 35 rows add up to 9298.22',
  'gc23-a005': '8205.5 and 5792 are 13997.5; the part was rounded to one decimal, the whole was not',
  'bb19-a066': '7,500 yuan are above the range of the rule that is quoted for them',
  'bb19-a068': '10.00 points where the highest case gives 5',
};

/** Findings beyond the list of published inconsistencies that are true all the same. */
export const BESIDES: readonly (readonly [FindingCode, string])[] = [
  ['RATE_DIFFERS', 'jb21-p05'],
  ['RATE_OTHER_DENOMINATOR', 'jb21-p09'],
  ['RATE_OTHER_DENOMINATOR', 'jb21-p11'],
  ['ALIAS', 'jb21-p02'],
  ['ALIAS', 'jb21-p05'],
  ['SCORE_IN_NO_CASE', 'bb19-i43'],
  ['SCORE_UNSUPPORTED', 'bb19-i36'],
];
