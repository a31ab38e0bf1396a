import type { DocumentStatus } from '#domain/obligation/state.js';

/** One recorded transition of a document. `version`: of a submission, the content that it filed. */
export interface CourseEvent {
  readonly sequence: number;
  readonly at: string;
  readonly type: string;
  /** Who acted, and the absent person in whose place; null: the clock. */
  readonly actor: string | null;
  readonly actorName: string | null;
  readonly onBehalfOf: string | null;
  readonly to: DocumentStatus;
  readonly round: number;
  readonly version: number | null;
}

export type MarkName = 'filed' | 'withdrawn' | 'passed' | 'returned' | 'rejected' | 'approved' | 'cancelled';

/** What became of one version. `passed`: a step approved it, or it went to another one; more steps follow. */
export interface Mark {
  readonly mark: MarkName;
  readonly version: number;
  readonly event: CourseEvent;
}

/** The clock acts by the passing of a step's time limit; its other happenings change no document of the course. */
const DECIDING: readonly string[] = ['review', 'limit'];

const markOf = ({ type, to }: CourseEvent): MarkName | null => {
  if (type === 'submit') return to === 'approved' ? 'approved' : 'filed';
  if (type === 'withdraw') return 'withdrawn';
  if (type === 'cancel') return 'cancelled';
  if (!DECIDING.includes(type)) return null;
  if (to === 'returned' || to === 'open') return 'returned';
  return to === 'approved' || to === 'rejected' ? to : 'passed';
};

/** What happened to which version of a document, in order: whatever follows a submission is about the version that it filed. */
export const marksOf = (events: readonly CourseEvent[]): readonly Mark[] => {
  let filed: number | null = null;
  return events.flatMap((event) => {
    if (event.type === 'submit') filed = event.version;
    const mark = markOf(event);
    return mark === null || filed === null ? [] : [{ mark, version: filed, event }];
  });
};

const DECISIONS: readonly MarkName[] = ['passed', 'returned', 'rejected', 'approved'];

/** The version on which this person decided last, or, who has not decided yet, the one on which anybody did; null: nobody has. */
export const lastReviewed = (marks: readonly Mark[], person: string): number | null => {
  const decided = marks.filter(({ mark, event }) => DECISIONS.includes(mark) && event.type !== 'submit');
  const own = decided.filter(({ event }) => event.actor === person || event.onBehalfOf === person);
  return (own.at(-1) ?? decided.at(-1))?.version ?? null;
};

/** The version that was in review after the transition of this number. */
export const versionAt = (events: readonly CourseEvent[], sequence: number): number | null =>
  events.findLast((it) => it.type === 'submit' && it.sequence <= sequence)?.version ?? null;
