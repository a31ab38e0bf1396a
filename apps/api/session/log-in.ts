import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { fits, hashPassword } from '#persistence/access/passwords.js';
import type { Visit } from '../http/serves.js';
import { Sessions } from './sessions.js';
import { Throttle } from './throttle.js';

const FAILURES = 5;
const LOCKED_MS = 15 * 60_000;

interface Account {
  readonly id: string;
  readonly passwordHash: string;
  readonly lockedUntil: Date | null;
}

/** Log-in by e-mail and password. Unknown, inactive and locked accounts answer like a wrong password, and as slowly. */
@Injectable()
export class LogIn {
  constructor(
    private readonly source: DataSource,
    private readonly sessions: Sessions,
    private readonly throttle: Throttle,
  ) {}

  async logIn(email: string, password: string, address: string): Promise<{ readonly token: string; readonly visit: Visit }> {
    await this.throttle.attempt(address, email);
    const rows: Account[] = await this.source.query(
      `select id, password_hash as "passwordHash", locked_until as "lockedUntil" from person where lower(email) = lower($1) and active`,
      [email],
    );
    const account = rows[0];
    const right = await fits(account?.passwordHash ?? null, password);
    if (!account || this.isLocked(account)) throw new Problem('LOGIN_FAILED');
    if (!right) {
      await this.countFailure(account.id);
      throw new Problem('LOGIN_FAILED');
    }
    await this.source.query(
      'update person set failed_logins = 0, locked_until = null where id = $1 and failed_logins + num_nonnulls(locked_until) > 0',
      [account.id],
    );
    return this.sessions.open(account.id);
  }

  /** @throws Problem WRONG_PASSWORD; guessing is throttled like log-in. */
  async changePassword(visit: Visit, current: string, next: string, address: string): Promise<void> {
    await this.throttle.attempt(address, visit.viewer.email);
    const rows: { hash: string }[] = await this.source.query('select password_hash as hash from person where id = $1', [
      visit.viewer.person,
    ]);
    if (!(await fits(rows[0]?.hash ?? null, current))) throw new Problem('WRONG_PASSWORD');
    await this.source.query('update person set password_hash = $2 where id = $1', [visit.viewer.person, await hashPassword(next)]);
    await this.sessions.closeAll(visit.viewer.person, visit.tokenHash);
  }

  private isLocked({ lockedUntil }: Account): boolean {
    return lockedUntil !== null && lockedUntil.getTime() > Date.now();
  }

  private async countFailure(person: string): Promise<void> {
    await this.source.query(
      `update person set failed_logins = case when failed_logins + 1 >= $2 then 0 else failed_logins + 1 end,
         locked_until = case when failed_logins + 1 >= $2 then $3::timestamptz else locked_until end
       where id = $1`,
      [person, FAILURES, new Date(Date.now() + LOCKED_MS)],
    );
  }
}
