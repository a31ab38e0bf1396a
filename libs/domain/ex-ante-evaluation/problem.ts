/** What is wrong with a report, at a path of its content. */
export interface ExAnteProblem {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

export const problem = (path: string, zh: string, en: string): ExAnteProblem => ({ path, zh, en });
