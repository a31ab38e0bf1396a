import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Problem } from '#contracts/errors/problem.js';
import type { TrailType } from '#contracts/trail-type.js';
import type { AgencyTie, CreditGrade } from '#domain/key-evaluation/independence.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { AGENCY_REGISTER, REGISTERED_AGENCY } from '#persistence/reading/agencies.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { Trail } from '../http/trail.js';

interface Lead {
  readonly id: string;
  readonly name: string;
  readonly certificate: string;
  readonly active: boolean;
}

export interface Registered {
  readonly id: string;
  readonly district: string;
  readonly name: string;
  readonly active: boolean;
  readonly creditGrade: CreditGrade | null;
  readonly ratings: number;
  readonly version: number;
  readonly leadEvaluators: readonly Lead[];
  readonly ties: readonly (AgencyTie & { readonly id: string })[];
}

interface RegisterChange {
  readonly active?: boolean | undefined;
  readonly creditGrade?: CreditGrade | null | undefined;
  readonly reason: string;
}

/** 机构名册: kept by the bureau; what it says is never deleted, only ended or suspended. Changes stand in the agency's audit stream. */
@Injectable()
export class Agencies {
  constructor(
    private readonly source: DataSource,
    private readonly trail: Trail,
  ) {}

  list = (viewer: Viewer, query: ListQuery) => readList(this.source, AGENCY_REGISTER, viewer, query);

  async get(viewer: Viewer, id: string, action: 'agencies.read' | 'agencies.write' = 'agencies.read'): Promise<Registered> {
    const row = await readOne<Registered>(this.source, { ...REGISTERED_AGENCY, action }, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  async change(viewer: Viewer, id: string, version: number, { active, creditGrade, reason }: RegisterChange): Promise<Registered> {
    await this.write(viewer, id, 'changeAgency', { active, creditGrade, reason }, async (manager) => {
      const [, count] = await manager.query<[unknown, number]>(
        `update agency set active = coalesce($3, active), credit_grade = case when $4 then $5 else credit_grade end, version = version + 1
         where id = $1 and version = $2`,
        [id, version, active ?? null, creditGrade !== undefined, creditGrade ?? null],
      );
      if (count === 0) throw new Problem('VERSION_STALE');
    });
    return this.get(viewer, id);
  }

  async addLead(viewer: Viewer, agency: string, it: Pick<Lead, 'name' | 'certificate'>): Promise<Lead> {
    const id = uuid();
    await this.write(viewer, agency, 'addLeadEvaluator', { id, ...it }, (manager) =>
      manager.query('insert into lead_evaluator (id, agency_id, name, certificate) values ($1, $2, $3, $4)', [
        id,
        agency,
        it.name,
        it.certificate,
      ]),
    );
    return { id, ...it, active: true };
  }

  async changeLead(viewer: Viewer, agency: string, id: string, it: { readonly active: boolean; readonly reason: string }): Promise<Lead> {
    const { leadEvaluators } = await this.get(viewer, agency, 'agencies.write');
    const lead = leadEvaluators.find((one) => one.id === id);
    if (!lead) throw new Problem('NOT_FOUND');
    await this.write(viewer, agency, 'changeLeadEvaluator', { id, ...it }, (manager) =>
      manager.query('update lead_evaluator set active = $2 where id = $1', [id, it.active]),
    );
    return { ...lead, active: it.active };
  }

  async addTie(viewer: Viewer, agency: string, it: AgencyTie): Promise<AgencyTie & { readonly id: string }> {
    const id = uuid();
    await this.write(viewer, agency, 'addAgencyTie', { id, ...it }, async (manager, district) => {
      const rows: unknown[] = await manager.query(
        `insert into agency_tie (id, agency_id, kind, unit_id, from_on, until_on, description)
         select $1, $2, $3, $4::uuid, $5, $6, $7 where $4::uuid is null
           or exists (select from budget_unit where id = $4::uuid and district_id = $8) returning id`,
        [id, agency, it.kind, it.unit, it.fromOn, it.untilOn, it.description, district],
      );
      if (rows.length === 0) throw new Problem('UNKNOWN_REFERENCE', { constraint: 'unit' });
    });
    return { id, ...it };
  }

  async endTie(viewer: Viewer, agency: string, id: string, it: { readonly untilOn: string; readonly reason: string }) {
    const { ties } = await this.get(viewer, agency, 'agencies.write');
    const tie = ties.find((one) => one.id === id);
    if (!tie) throw new Problem('NOT_FOUND');
    if (it.untilOn < tie.fromOn) throw new Problem('NOT_LATER');
    await this.write(viewer, agency, 'endAgencyTie', { id, ...it }, (manager) =>
      manager.query('update agency_tie set until_on = $2 where id = $1', [id, it.untilOn]),
    );
    return { ...tie, untilOn: it.untilOn };
  }

  /** One change with its line in the trail. @throws Problem NOT_FOUND for an agency that is not the viewer's to keep */
  private async write(
    viewer: Viewer,
    agency: string,
    type: TrailType,
    detail: object,
    change: (manager: EntityManager, district: string) => Promise<unknown>,
  ): Promise<void> {
    const { district } = await this.get(viewer, agency, 'agencies.write');
    await this.source.transaction(async (manager) => {
      await change(manager, district);
      await this.trail.append(manager, { stream: `agency/${agency}`, district, actor: viewer.person, type, detail });
    });
  }
}
