/** Why a command was refused, or bad input was not taken. One exhaustive table of texts per language stands in `libs/contracts/errors`. */
export const REFUSAL_CODES = [
  'NOT_A_DAY',
  'NOT_A_CLOCK_TIME',
  'OUTSIDE_CALENDAR',
  'UNKNOWN_DOCUMENT',
  'UNKNOWN_STEP',
  'NOT_OPEN_YET',
  'ALREADY_CLOSED',
  'NOT_WITH_DEBTOR',
  'NOT_IN_REVIEW',
  'NOT_YOUR_DOCUMENT',
  'NOT_YOUR_STEP',
  'ALREADY_REVIEWED',
  'OWN_FILING',
  'NOT_AN_EARLIER_STEP',
  'REASON_REQUIRED',
  'STALE_ROUND',
  'SAME_PERSON',
  'ALREADY_REVIEWER',
  'EXTENSION_PENDING',
  'NO_EXTENSION_PENDING',
  'NOT_LATER',
  'NOT_PERMITTED',
  'NOBODY_TO_REMIND',
  'UNKNOWN_STAGE',
  'STAGE_NOT_OPEN',
  'STAGE_ALREADY_OPEN',
  'NOT_PAUSED',
  'ALREADY_PAUSED',
  'NOT_A_NUMBER',
  'NOT_AN_AMOUNT',
  'NO_GRADE',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export const isRefusalCode = (code: unknown): code is RefusalCode => REFUSAL_CODES.includes(code as RefusalCode);
