import type { RefusalCode } from '#domain/errors/refusal-codes.js';
import { API_PROBLEMS } from './api-problems.js';
import type { ApiProblemCode } from './api-problems.js';
import { REFUSALS } from './refusals.js';
import type { ProblemText } from './texts.js';

export type ProblemCode = RefusalCode | ApiProblemCode;
export type ProblemDetails = Readonly<Record<string, string | number>>;
export type Language = 'zh' | 'en';

/** One field that is wrong: its path in the request, a stable code, and a sentence a language; of a rule of the policy also what it rests on. */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** The words of the content that it is about. */
  readonly quote?: string | null;
  /** The regulation or the finding that the rule rests on. */
  readonly source?: string;
}

/** What automatic checks say of a field without refusing it. */
export interface Remark extends FieldError {
  readonly severity: 'warn' | 'note';
}

export const PROBLEMS: Readonly<Record<ProblemCode, ProblemText>> = { ...REFUSALS, ...API_PROBLEMS };

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

/** The stable type of a problem: part of the API's promise. */
export const problemType = (code: ProblemCode): string => `urn:jiheng:problem:${code.toLowerCase().replaceAll('_', '-')}`;

const fill = (text: string, details: ProblemDetails): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '…'));

/** The problem in both languages, with its details filled in. */
export const sentences = (code: ProblemCode, details: ProblemDetails = {}): Record<Language, string> => ({
  zh: fill(PROBLEMS[code].zh, details),
  en: fill(PROBLEMS[code].en, details),
});

/** An expected refusal outside the domain's rules. Thrown by services, put into words at the edge; nothing was changed. Its `cause` is logged and told to nobody. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
    readonly errors: readonly FieldError[] = [],
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** RFC 9457, as it goes over the wire. `detail` is in the reader's language, `zh` and `en` are always there. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly zh: string;
  readonly en: string;
  readonly details?: ProblemDetails;
  readonly errors?: readonly FieldError[];
}

const title = (code: ProblemCode): string => {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Puts a problem into words for a reader. */
export const problemBody = ({ code, details, errors }: Pick<Problem, 'code' | 'details' | 'errors'>, language: Language): ProblemBody => {
  const text = sentences(code, details);
  return {
    type: problemType(code),
    title: title(code),
    status: PROBLEMS[code].status,
    code,
    detail: text[language],
    ...text,
    ...(Object.keys(details).length > 0 ? { details } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  };
};
