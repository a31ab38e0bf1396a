import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { readSession } from '#persistence/reading/sessions.js';
import type { Visit } from '../http/serves.js';
import type { ApiOptions } from '../parts.js';
import { OPTIONS } from '../parts.js';

export const COOKIE = 'jiheng_session';
const HOUR = 3_600_000;
/** A session that ended elsewhere is known here after this time at the latest. */
const REMEMBERED_MS = 2_000;
const REMEMBERED = 10_000;
const SEEN_EVERY_MS = 5 * 60_000;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Bound to the session: whoever can read the cookie needs no forgery, and nobody else can compute it. */
const csrfOf = (token: string): string => sha256(`csrf:${token}`);

const tokenOf = (request: Request): string | undefined => {
  for (const part of (request.get('cookie') ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === COOKIE && value !== undefined && /^[\w-]{43}$/.test(value)) return value;
  }
  return undefined;
};

/**
 * Log-ins. The cookie holds an opaque token, the database its SHA-256 only. Sessions live by the wall clock, also in a rehearsal: they guard
 * the door and are no business of the year.
 */
@Injectable()
export class Sessions {
  private readonly remembered = new Map<string, { readonly visit: Visit; readonly until: number }>();

  constructor(
    private readonly source: DataSource,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** Who the request comes from; null without a session that holds. */
  async visit(request: Request): Promise<Visit | null> {
    const token = tokenOf(request);
    if (token === undefined) return null;
    const tokenHash = sha256(token);
    const now = Date.now();
    const known = this.remembered.get(tokenHash);
    if (known && known.until > now && known.visit.expiresAt.getTime() > now) return known.visit;
    this.remembered.delete(tokenHash);
    const session = await readSession(this.source, tokenHash, new Date(now));
    if (!session) return null;
    const visit: Visit = { viewer: session.viewer, tokenHash, csrfToken: csrfOf(token), expiresAt: session.expiresAt };
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(tokenHash, { visit, until: now + REMEMBERED_MS });
    if (now - session.seenAt.getTime() > SEEN_EVERY_MS) {
      await this.source.query('update session set seen_at = $2 where token_hash = $1', [tokenHash, new Date(now)]);
    }
    return visit;
  }

  /** Opens a session; answers the token for the cookie. */
  async open(person: string): Promise<{ readonly token: string; readonly visit: Visit }> {
    const token = randomBytes(32).toString('base64url');
    const tokenHash = sha256(token);
    const now = new Date();
    const expiresAt = new Date(now.getTime() + (this.options.sessionHours ?? 12) * HOUR);
    await this.source.query(`insert into session (token_hash, person_id, created_at, seen_at, expires_at) values ($1, $2, $3, $3, $4)`, [
      tokenHash,
      person,
      now,
      expiresAt,
    ]);
    await this.source.query('delete from session where person_id = $1 and expires_at < $2', [person, now]);
    const session = await readSession(this.source, tokenHash, now);
    return { token, visit: { viewer: session!.viewer, tokenHash, csrfToken: csrfOf(token), expiresAt } };
  }

  async close({ tokenHash }: Visit): Promise<void> {
    this.remembered.delete(tokenHash);
    await this.source.query('delete from session where token_hash = $1', [tokenHash]);
  }

  /** Ends every session of a person, except one. */
  async closeAll(person: string, except: string | null = null): Promise<void> {
    for (const [hash, { visit }] of this.remembered) if (visit.viewer.person === person && hash !== except) this.remembered.delete(hash);
    await this.source.query('delete from session where person_id = $1 and token_hash is distinct from $2', [person, except]);
  }

  /** Roles changed: the next request reads them anew. */
  forget(person: string): void {
    for (const [hash, { visit }] of this.remembered) if (visit.viewer.person === person) this.remembered.delete(hash);
  }
}
