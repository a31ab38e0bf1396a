import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '#contracts/errors/problem.js';
import type { ApiOptions } from '../parts.js';
import { OPTIONS } from '../parts.js';

/**
 * How much one address may ask of what is open to everybody. Counted in each process by itself: it is there against those who would take all,
 * and must not write to the database for each who reads.
 */
@Injectable()
export class PublicThrottle implements CanActivate {
  private readonly byAddress: RateLimiterMemory;

  constructor(@Inject(OPTIONS) { publicPerMinute }: ApiOptions) {
    this.byAddress = new RateLimiterMemory({ keyPrefix: 'public', points: publicPerMinute ?? 240, duration: 60 });
  }

  /** @throws Problem TOO_MANY_REQUESTS with the seconds to wait. */
  async canActivate(context: ExecutionContext): Promise<true> {
    try {
      await this.byAddress.consume(context.switchToHttp().getRequest<Request>().ip ?? '');
      return true;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new Problem('TOO_MANY_REQUESTS', { seconds: Math.ceil(error.msBeforeNext / 1000) });
    }
  }
}
