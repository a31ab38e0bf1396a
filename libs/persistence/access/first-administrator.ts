import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { appendAudit } from '#persistence/audit/append-audit.js';
import type { Clock } from '#platform/clock.js';
import { generatePassword, hashPassword } from './passwords.js';

export const FIRST_ADMINISTRATOR = 'admin@jiheng.local';

/**
 * At the first start there is nobody who could give anybody a role: creates a system administrator with a generated password, which is
 * answered this once and stored nowhere. Null when a system administrator is there already.
 */
export const ensureFirstAdministrator = async (
  source: DataSource,
  clock: Clock,
): Promise<{ readonly email: string; readonly password: string } | null> =>
  source.transaction(async (manager) => {
    // Two processes at their first start: one creates, the other waits and finds.
    await manager.query(`select pg_advisory_xact_lock(hashtext('first-administrator'))`);
    const there: unknown[] = await manager.query(`select 1 from role_grant where role = 'system' limit 1`);
    if (there.length > 0) return null;
    const [id, password] = [uuid(), generatePassword()];
    await manager.query(`insert into person (id, email, name, password_hash) values ($1, $2, '系统管理员', $3)`, [
      id,
      FIRST_ADMINISTRATOR,
      await hashPassword(password),
    ]);
    await manager.query(`insert into role_grant (id, person_id, role) values ($1, $2, 'system')`, [uuid(), id]);
    const entry = { stream: `person/${id}`, sequence: 0, districtId: null, at: new Date(clock.now()), actorId: null, onBehalfOf: null };
    await appendAudit(manager, [{ ...entry, type: 'createPerson', detail: { email: FIRST_ADMINISTRATOR, role: 'system' } }]);
    return { email: FIRST_ADMINISTRATOR, password };
  });
