import { finding } from './finding.js';
import type { Finding } from './finding.js';
import type { Report } from './report.js';
import { yearsIn } from './rows.js';

/** `二零三年`: a year in numerals that are not four. */
const unreadable = (printed: string): boolean => {
  const digits = /^[〇零○一二三四五六七八九\d]{1,8}(?=年)/u.exec(printed.replace(/\s/gu, '').slice(0, 20))?.[0];
  return digits !== undefined && digits.length !== 4;
};

/** The days of the report's making, in their order, and the year that its title says. ISO days compare as text. */
export const findingsOfDates = ({ dates, title, fiscalYear }: Report): readonly Finding[] => {
  const { signedOn, signedAs, commentsEndOn, feedbackOn, rectificationDueOn } = dates;
  const found: Finding[] = [];
  if (signedOn === null) found.push(finding('DATE_MISSING', ['dates.signedOn'], {}, ''));
  if (signedAs !== undefined && unreadable(signedAs))
    found.push(finding('DATE_UNREADABLE', ['dates.signedAs'], { printed: signedAs }, signedAs));
  if (signedOn && commentsEndOn && signedOn < commentsEndOn) {
    found.push(finding('SIGNED_BEFORE_COMMENTS_END', ['dates.signedOn'], { signed: signedOn, end: commentsEndOn }, commentsEndOn));
  }
  if (feedbackOn && rectificationDueOn && rectificationDueOn <= feedbackOn) {
    const details = { due: rectificationDueOn, feedback: feedbackOn };
    found.push(finding('DUE_NOT_AFTER_FEEDBACK', ['dates.rectificationDueOn'], details, feedbackOn));
  }
  const years = yearsIn(title ?? '');
  if (title !== undefined && fiscalYear !== undefined && years.length > 0 && !years.includes(fiscalYear)) {
    found.push(finding('YEAR_DIFFERS', ['title'], { name: title, year: fiscalYear }, years.join('、')));
  }
  return found;
};
