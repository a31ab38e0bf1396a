import type { MonitoringResult, Warning } from './warnings.js';

/**
 * The warnings that are new since the light was last lit: what warned then and warns still is not said again, what had gone out in between
 * is. `before`: the rules that warned then; empty where no light was lit yet.
 */
export const crossed = ({ warnings }: MonitoringResult, before: readonly string[]): readonly Warning[] =>
  warnings.filter(({ id }) => !before.includes(id));
