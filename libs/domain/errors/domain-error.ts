import type { RefusalCode } from './refusal-codes.js';

/** An expected refusal of a command. The code is public: API, web page and mails key on it. Nothing was changed. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: RefusalCode,
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}
