import type { Clock } from '#platform/clock.js';

/** The business day in Asia/Shanghai, `YYYY-MM-DD`. */
export const todayOf = (clock: Clock): string => new Date(clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
