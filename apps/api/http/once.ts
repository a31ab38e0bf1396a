import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { canonicalJson } from '#contracts/canonical-json.js';
import type { Asked, RouteSpec } from '#contracts/api/route.js';
import { Problem } from '#contracts/errors/problem.js';
import { toProblem } from './to-problem.js';

interface Kept {
  readonly fingerprint: string;
  readonly status: number | null;
  readonly answer: { readonly body?: unknown; readonly problem?: Pick<Problem, 'code' | 'details' | 'errors'> } | null;
}

/** Of a request: the same key on another one is refused. */
const fingerprintOf = (spec: RouteSpec, { params, body }: Asked<RouteSpec>): string =>
  createHash('sha256')
    .update(canonicalJson([spec.id, params ?? null, body ?? null]))
    .digest('hex');

/**
 * These two writes need not wait for the disk: what a power cut takes away is asked of the engine again under the same request id, and the
 * engine answers as before.
 */
const RELAXED = `with relaxed as materialized (select set_config('synchronous_commit', 'off', true))`;

/** A transition asked for twice with one Idempotency-Key happens once and is answered alike. */
@Injectable()
export class Once {
  constructor(private readonly source: DataSource) {}

  /**
   * Answers as an earlier request with the same key was answered, or does the work and keeps its answer. A request whose answer was not kept
   * (a crash, an outage) is worked again; whatever it asks bears the key as request id, so it happens once.
   */
  async answer<T>(
    person: string,
    spec: RouteSpec,
    asked: Asked<RouteSpec>,
    work: () => Promise<T>,
  ): Promise<{ body: T; repeated: boolean }> {
    const fingerprint = fingerprintOf(spec, asked);
    const kept = await this.claim(person, asked.key, fingerprint);
    if (kept) {
      if (kept.fingerprint !== fingerprint) throw new Problem('IDEMPOTENCY_KEY_REUSED');
      if (kept.status !== null) return { body: this.repeat<T>(kept), repeated: true };
    }
    try {
      const body = await work();
      await this.keep(person, asked.key, 200, { body });
      return { body, repeated: false };
    } catch (error) {
      const problem = toProblem(error);
      if (problem && problem.code !== 'UNAVAILABLE') {
        const { code, details, errors } = problem;
        await this.keep(person, asked.key, 400, { problem: { code, details, errors } });
      }
      throw error;
    }
  }

  private repeat<T>({ answer }: Kept): T {
    const { problem, body } = answer ?? {};
    if (problem) throw new Problem(problem.code, problem.details, problem.errors);
    return body as T;
  }

  /** Null: the key was free and is taken now. */
  private async claim(person: string, key: string, fingerprint: string): Promise<Kept | null> {
    const rows: Kept[] = await this.source.query(
      `${RELAXED}, taken as (
         insert into answered_request (person_id, request_id, fingerprint) select $1, $2, $3 from relaxed on conflict do nothing returning 1)
       select fingerprint, status, answer from answered_request where person_id = $1 and request_id = $2 and not exists (select from taken)`,
      [person, key, fingerprint],
    );
    return rows[0] ?? null;
  }

  private async keep(person: string, key: string, status: number, answer: unknown): Promise<void> {
    await this.source.query(
      `${RELAXED} update answered_request set status = $3, answer = $4::text::jsonb from relaxed where person_id = $1 and request_id = $2`,
      [person, key, status, JSON.stringify(answer)],
    );
  }
}
