import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import type { ApiOptions } from '../parts.js';
import { OPTIONS } from '../parts.js';

const DURATION_S = 15 * 60;

/** How often one may try to log in or answer a questionnaire, counted in PostgreSQL for all processes together. */
@Injectable()
export class Throttle {
  private readonly byAddress: RateLimiterPostgres;
  private readonly byAccount: RateLimiterPostgres;
  private readonly bySurvey: RateLimiterPostgres;

  constructor(source: DataSource, @Inject(OPTIONS) { logInLimits, surveyAnswers }: ApiOptions) {
    const limiter = (keyPrefix: string, points: number) =>
      new RateLimiterPostgres({
        storeClient: source,
        storeType: 'typeorm',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix,
        points,
        duration: DURATION_S,
      });
    this.byAddress = limiter('login-address', logInLimits?.perAddress ?? 100);
    this.byAccount = limiter('login-account', logInLimits?.perAccount ?? 20);
    this.bySurvey = limiter('survey-address', surveyAnswers ?? 300);
  }

  /** Counts an attempt. @throws Problem TOO_MANY_REQUESTS with the seconds to wait. */
  async attempt(address: string, email: string): Promise<void> {
    const account = createHash('sha256').update(email.toLowerCase()).digest('hex');
    await this.within(async () => {
      await this.byAddress.consume(address);
      await this.byAccount.consume(account);
    });
  }

  /** Counts an answer to a public questionnaire. @throws Problem TOO_MANY_REQUESTS with the seconds to wait. */
  async answer(address: string): Promise<void> {
    await this.within(() => this.bySurvey.consume(address));
  }

  private async within(consume: () => Promise<unknown>): Promise<void> {
    try {
      await consume();
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new Problem('TOO_MANY_REQUESTS', { seconds: Math.ceil(error.msBeforeNext / 1000) });
    }
  }
}
