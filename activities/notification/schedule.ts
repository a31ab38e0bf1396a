import type { NoticeKind } from '#domain/obligation/transition.js';

/** Not held back for a digest: people must act on them, or answer for them, the same day. */
export const URGENT: readonly NoticeKind[] = ['returned', 'extension-decided', 'escalation', 'circulation', 'deadline-moved'];

export interface DigestSchedule {
  /** Clock times of a business day, ascending. */
  readonly hours: readonly string[];
  /** What comes within so many minutes after the hour still goes with it: rungs of a ladder mostly speak on the hour. */
  readonly gatherMinutes: number;
}

export const DEFAULT_SCHEDULE: DigestSchedule = { hours: ['09:00', '15:00'], gatherMinutes: 10 };

const DAY_MS = 86_400_000;
const OFFSET = 8 * 3_600_000;

/** The day in Asia/Shanghai on which a business instant (ms) falls. */
export const shanghaiDay = (ms: number): string => new Date(ms + OFFSET).toISOString().slice(0, 10);

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** When a message that is held back goes out: with the first digest at or after `at`, in ms of business time. */
export const releaseOf = (at: number, { hours, gatherMinutes }: DigestSchedule): number => {
  const midnight = Math.floor((at + OFFSET) / DAY_MS) * DAY_MS - OFFSET;
  const releases = hours.map((hour) => midnight + (minutesOf(hour) + gatherMinutes) * 60_000);
  return releases.find((it) => it >= at) ?? (releases[0] === undefined ? at : releases[0] + DAY_MS);
};

/** How long a message waits after its n-th failure (1, 2, …), ms: a minute, doubled each time, at most an hour. */
export const backoff = (attempts: number): number => Math.min(60 * 60_000, 60_000 * 2 ** Math.max(0, attempts - 1));
