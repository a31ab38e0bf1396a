import chineseDays from 'chinese-days';

/** Why a calendar version cannot be used; the message says it in one English sentence. */
export class CalendarVersionError extends Error {
  override readonly name = 'CalendarVersionError';

  constructor(
    readonly version: string,
    readonly code: 'MISSPELT' | 'NOT_KNOWN' | 'YEAR_NAMED_TWICE' | 'NOT_A_SPAN',
  ) {
    super(`calendar ${version}: ${code.toLowerCase().replaceAll('_', ' ')}`);
  }
}

/** A year as somebody made it from another version: one digit a day, 1 is a working day. */
export interface EditedYear {
  readonly days: string;
  /** The notice of the year is not out yet. */
  readonly provisional: boolean;
}

/** Versions that were made beside those of the packaged table, by name: `cn-2023@2`. */
export type EditedYears = ReadonlyMap<string, EditedYear>;

export const NONE_EDITED: EditedYears = new Map();

/** Chinese-days gives a day of a known year its holiday's name and any other day its weekday's. Every notice names 1 October. */
const isAnnounced = (year: number): boolean => chineseDays.getDayDetail(`${String(year)}-10-01`).name.includes('国庆');

/** The newest version of a year's calendar: `cn-2026@1` once the State Council's notice is known, `cn-2027@0` by weekday rule until then. */
export const latestVersion = (year: number): string => `cn-${String(year)}@${isAnnounced(year) ? '1' : '0'}`;

/** `cn-2023@1` → its year and revision. Revision 0 (weekday rule) exists for any year, 1 for announced ones, from 2 on those that were made. */
export const parseVersion = (text: string, edited: EditedYears = NONE_EDITED): { readonly year: number; readonly revision: number } => {
  const parts = /^cn-(\d{4})@(\d{1,2})$/.exec(text);
  if (!parts) throw new CalendarVersionError(text, 'MISSPELT');
  const [year, revision] = [Number(parts[1]), Number(parts[2])];
  const known = revision > 1 ? edited.has(text) : revision === 0 || isAnnounced(year);
  if (!known) throw new CalendarVersionError(text, 'NOT_KNOWN');
  return { year, revision };
};
