import { ApplicationFailure } from '@temporalio/workflow';
import { DomainError } from '#domain/errors/domain-error.js';

/** One rule, two uses: as validator it refuses an update unrecorded, in the handler it cannot wedge the workflow. */
export const refusing =
  <A extends readonly unknown[], T>(rule: (...asked: A) => T) =>
  (...asked: A): T => {
    try {
      return rule(...asked);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw ApplicationFailure.nonRetryable(error.message, error.code, error.details);
    }
  };
