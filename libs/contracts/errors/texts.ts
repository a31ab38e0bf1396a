/** What a problem says: the HTTP status it is answered with, and one sentence a language. `{name}` is filled from the problem's details. */
export interface ProblemText {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}
