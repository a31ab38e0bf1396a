import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Problem } from '#contracts/errors/problem.js';
import { isImportRefused, parseDistrictImport } from '#contracts/import/parse-district.js';
import { isRefused, parsePolicy, policyHash, readPolicy } from '#contracts/policy/parse-policy.js';
import type { Policy } from '#domain/policy/policy.js';
import { hasRole } from '#persistence/access/viewer.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { POLICY_DOCUMENT, POLICY_LIST } from '#persistence/reading/campaigns.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { importDistrict } from '#persistence/organisation/import-district.js';
import { Clock } from '#platform/clock.js';
import { Trail } from '../http/trail.js';
import { administers } from '../organisation/administers.js';

export interface PolicyRow {
  readonly id: string;
  readonly district: string;
  readonly fiscalYear: number;
  readonly hash: string;
  readonly content: Policy;
}

/** Policies of a district and the import of one. */
@Injectable()
export class Policies {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  list(viewer: Viewer, query: ListQuery) {
    return readList(this.source, POLICY_LIST, viewer, query);
  }

  async get(viewer: Viewer, id: string): Promise<PolicyRow> {
    const row = await readOne<PolicyRow>(this.source, POLICY_DOCUMENT, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  check(yaml: string) {
    const { policy, problems } = readPolicy(yaml);
    return { problems, hash: policy === null || problems.length > 0 ? null : policyHash(policy), content: policy };
  }

  /** The next version of the policy of its district and year. @throws Problem NOT_ACCEPTED with field and line of everything wrong. */
  async add(viewer: Viewer, yaml: string): Promise<PolicyRow> {
    const parsed = parsePolicy(yaml);
    if (isRefused(parsed)) {
      const errors = parsed.map(({ code, path, line, column, zh, en }) => {
        const at = line === undefined ? '' : `:${String(line)}:${String(column ?? 1)}`;
        return { path: `body.yaml${at}${path === '' ? '' : ` ${path}`}`, code, zh, en };
      });
      throw new Problem('NOT_ACCEPTED', {}, errors);
    }
    const { policy, hash } = parsed;
    const district = await this.districtOf(policy.district);
    administers(viewer, district);
    const id = uuid();
    await this.source.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`policy/${district}`]);
      await manager.query(
        `insert into policy (id, district_id, fiscal_year, version, hash, yaml, content, created_at, created_by)
         select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6::text::jsonb, $7, $8 from policy where district_id = $2 and fiscal_year = $3`,
        [id, district, policy.fiscalYear, hash, yaml, JSON.stringify(policy), new Date(this.clock.now()), viewer.person],
      );
      await this.trail.append(manager, { stream: `policy/${id}`, district, actor: viewer.person, type: 'addPolicy', detail: { hash } });
    });
    return this.get(viewer, id);
  }

  /** A district with everything in it: the bureau its own, the system administrator any. */
  async importDistrict(viewer: Viewer, data: unknown) {
    const parsed = parseDistrictImport(data);
    if (isImportRefused(parsed)) {
      throw new Problem(
        'NOT_ACCEPTED',
        {},
        parsed.map((it) => ({ ...it, path: `body.${it.path}` })),
      );
    }
    if (!hasRole(viewer, 'system')) administers(viewer, await this.districtOf(parsed.district.code));
    return this.source.transaction((manager) => importDistrict(manager, parsed, this.clock.now(), { actor: viewer.person }));
  }

  private async districtOf(code: string): Promise<string> {
    const rows: { id: string }[] = await this.source.query('select id from district where code = $1', [code]);
    if (!rows[0]) throw new Problem('NOT_FOUND');
    return rows[0].id;
  }
}
