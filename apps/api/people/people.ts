import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Reseating } from '#activities/organisation/reseating.js';
import { Problem } from '#contracts/errors/problem.js';
import type { TrailType } from '#contracts/trail-type.js';
import { generatePassword, hashPassword } from '#persistence/access/passwords.js';
import type { Role, Viewer } from '#persistence/access/viewer.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { PERSON_LIST } from '#persistence/reading/people.js';
import { Trail } from '../http/trail.js';
import { Sessions } from '../session/sessions.js';

export interface NewGrant {
  readonly role: Role;
  readonly district: string | null;
  readonly unit: string | null;
  readonly sectorOffice: string | null;
  readonly agency: string | null;
}

export interface PersonFields {
  readonly email: string;
  readonly name: string;
  readonly phone: string | null;
  readonly language: 'zh' | 'en';
  readonly district: string | null;
}

interface PersonRow extends PersonFields {
  readonly id: string;
  readonly active: boolean;
  readonly version: number;
}

const COLUMNS: Readonly<Record<keyof PersonFields, string>> = {
  email: 'email',
  name: 'name',
  phone: 'phone',
  language: 'language',
  district: 'district_id',
};

/** People and their roles. Every change stands in the audit stream `person/{id}`, and the seats of everything open follow it. */
@Injectable()
export class People {
  constructor(
    private readonly source: DataSource,
    private readonly trail: Trail,
    private readonly sessions: Sessions,
    private readonly reseating: Reseating,
  ) {}

  list(viewer: Viewer, query: ListQuery) {
    return readList(this.source, PERSON_LIST, viewer, query);
  }

  async get(viewer: Viewer, person: string): Promise<PersonRow> {
    const row = await readOne<PersonRow>(this.source, PERSON_LIST, viewer, person);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  async create(viewer: Viewer, { grants, ...fields }: PersonFields & { readonly grants: readonly NewGrant[] }) {
    const [id, password] = [uuid(), generatePassword()];
    const passwordHash = await hashPassword(password);
    await this.source.transaction(async (manager) => {
      await manager.query(
        'insert into person (id, district_id, email, name, phone, language, password_hash) values ($1, $2, $3, $4, $5, $6, $7)',
        [id, fields.district, fields.email, fields.name, fields.phone, fields.language, passwordHash],
      );
      for (const grant of grants) await this.insertGrant(manager, id, grant);
      await this.record(manager, viewer, id, 'createPerson', { ...fields, grants });
    });
    await this.reseating.follow(id, uuid());
    return { ...(await this.get(viewer, id)), password };
  }

  async change(
    viewer: Viewer,
    person: string,
    version: number,
    fields: { readonly [K in keyof PersonFields]?: PersonFields[K] | undefined },
  ) {
    await this.get(viewer, person);
    const given = (Object.keys(COLUMNS) as (keyof PersonFields)[]).filter((it) => fields[it] !== undefined);
    const sets = given.map((it, i) => `${COLUMNS[it]} = $${String(i + 3)}`);
    await this.source.transaction(async (manager) => {
      const [, count] = await manager.query<[unknown, number]>(
        `update person set ${[...sets, 'version = version + 1'].join(', ')} where id = $1 and version = $2`,
        [person, version, ...given.map((it) => fields[it])],
      );
      if (count === 0) throw new Problem('VERSION_STALE');
      await this.record(manager, viewer, person, 'changePerson', fields);
    });
    this.sessions.forget(person);
    return this.get(viewer, person);
  }

  async deactivate(viewer: Viewer, person: string) {
    await this.alter(viewer, person, 'deactivatePerson', 'active = false');
    await this.reseating.follow(person, uuid());
    await this.sessions.closeAll(person);
    return this.get(viewer, person);
  }

  async resetPassword(viewer: Viewer, person: string) {
    const password = generatePassword();
    await this.alter(viewer, person, 'resetPassword', 'password_hash = $2, failed_logins = 0, locked_until = null', [
      await hashPassword(password),
    ]);
    await this.sessions.closeAll(person);
    return { ...(await this.get(viewer, person)), password };
  }

  async addGrant(viewer: Viewer, person: string, grant: NewGrant) {
    await this.get(viewer, person);
    await this.source.transaction(async (manager) => {
      await this.insertGrant(manager, person, grant);
      await this.record(manager, viewer, person, 'addGrant', grant);
    });
    await this.reseating.follow(person, uuid());
    this.sessions.forget(person);
    return this.get(viewer, person);
  }

  async removeGrant(viewer: Viewer, person: string, grant: string): Promise<void> {
    await this.get(viewer, person);
    await this.source.transaction(async (manager) => {
      const [rows] = await manager.query<[{ role: string }[], number]>(
        'delete from role_grant where id = $2 and person_id = $1 returning role',
        [person, grant],
      );
      if (!rows[0]) throw new Problem('NOT_FOUND');
      await this.record(manager, viewer, person, 'removeGrant', { grant, role: rows[0].role });
    });
    await this.reseating.follow(person, uuid());
    this.sessions.forget(person);
  }

  private async alter(viewer: Viewer, person: string, type: TrailType, set: string, values: readonly unknown[] = []): Promise<void> {
    await this.get(viewer, person);
    await this.source.transaction(async (manager) => {
      await manager.query(`update person set ${set}, version = version + 1 where id = $1`, [person, ...values]);
      await this.record(manager, viewer, person, type, {});
    });
  }

  /** A role holds in its own kind of place and names no other; the place's district comes with it. */
  private async insertGrant(
    manager: EntityManager,
    person: string,
    { role, district, unit, sectorOffice, agency }: NewGrant,
  ): Promise<void> {
    await manager.query(
      'insert into role_grant (id, person_id, role, district_id, unit_id, sector_office_id, agency_id) values ($1, $2, $3, $4, $5, $6, $7)',
      [uuid(), person, role, district, unit, sectorOffice, agency],
    );
  }

  private async record(manager: EntityManager, viewer: Viewer, person: string, type: TrailType, detail: object): Promise<void> {
    const rows: { district: string | null }[] = await manager.query('select district_id as district from person where id = $1', [person]);
    await this.trail.append(manager, {
      stream: `person/${person}`,
      district: rows[0]?.district ?? null,
      actor: viewer.person,
      type,
      detail: { ...detail },
    });
  }
}
