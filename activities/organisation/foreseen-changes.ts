import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { OrganisationChange } from '#contracts/organisation/organisation.contract.js';
import { OrganisationChangeRepository } from '#persistence/organisation/organisation-change.repository.js';
import { readEffects, readTold } from '#persistence/reading/change-effects.js';
import type { Effect, Follows, Told } from '#persistence/reading/change-effects.js';
import { undone } from '#persistence/undone.js';
import { Clock } from '#platform/clock.js';
import { ProjectAdmission } from '../campaign/project-admission.js';
import { chineseDay } from '../obligation/open-obligations.js';
import { PlannedChanges } from './planned-change.js';
import { Relocation } from './relocation.js';

/** What a change would do to what is open, and whom it would tell. */
export interface Foreseen {
  readonly effects: readonly Effect[];
  readonly told: Told;
  /** Projects that belong elsewhere afterwards, end, or begin. */
  readonly projects: number;
}

/**
 * What a change of the organisation, or the admission of projects, would do: it is written in a transaction that is rolled back, so that
 * there is no second rule. Nothing is stored, nobody is told, no workflow is asked.
 */
@Injectable()
export class ForeseenChanges {
  constructor(
    private readonly source: DataSource,
    private readonly changes: OrganisationChangeRepository,
    private readonly plans: PlannedChanges,
    private readonly relocation: Relocation,
    private readonly admission: ProjectAdmission,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError where the change would be refused */
  change(district: string, change: OrganisationChange): Promise<Foreseen> {
    const now = this.clock.toEngine(this.clock.now());
    const at = new Date(this.clock.now());
    return undone(this.source, async (manager) => {
      await this.changes.lock(manager, district);
      const before = await this.activeProjects(manager, district);
      const planned = await this.plans.plan(manager, district, change, chineseDay(at.getTime()));
      const request = { id: uuid(), kind: change.kind, district, reason: '', now, at };
      const { moved, reopened, cancel, admit } = await this.relocation.write(manager, request, planned);
      for (const campaign of admit?.campaigns ?? []) await this.admission.admit(manager, { campaign, projects: admit!.projects, now });
      // What is opened anew elsewhere comes first among what is cancelled where it was.
      const cancelled = cancel.slice(reopened.length).map(({ obligation }) => obligation);
      const arrived = await this.about(manager, admit?.projects ?? [], [...moved, ...reopened]);
      const follows: readonly (readonly [Follows, readonly string[]])[] = [
        ['moved', moved],
        ['reopened', reopened],
        ['cancelled', cancelled],
        ['opened', arrived],
      ];
      const documents = new Map(cancel.map((it) => [it.obligation, it.documents.length]));
      const effects = await readEffects(manager, follows, documents);
      const after = await this.activeProjects(manager, district);
      const told = await readTold(manager);
      return { effects, told, projects: changedBetween(before, after) };
    });
  }

  /** @throws DomainError UNKNOWN_PROJECT */
  admissionOf(campaign: string, projects: readonly string[]): Promise<Foreseen> {
    const now = this.clock.toEngine(this.clock.now());
    return undone(this.source, async (manager) => {
      const before = await this.about(manager, projects, []);
      await this.admission.admit(manager, { campaign, projects, now });
      const opened = await this.about(manager, projects, before);
      const effects = await readEffects(manager, [['opened', opened]], new Map());
      return { effects, told: await readTold(manager), projects: projects.length };
    });
  }

  /** Open obligations about these projects, but those. */
  private async about(manager: EntityManager, projects: readonly string[], but: readonly string[]): Promise<readonly string[]> {
    const rows: { id: string }[] = await manager.query(
      `select distinct o.id from obligation o join document d on d.obligation_id = o.id
       where o.status = 'open' and d.project_id = any ($1) and not o.id = any ($2)`,
      [projects, but],
    );
    return rows.map(({ id }) => id);
  }

  /** Which unit each active project of a district belongs to. */
  private async activeProjects(manager: EntityManager, district: string): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; unit: string }[] = await manager.query(
      `select id, unit_id as unit from project where district_id = $1 and status = 'active'`,
      [district],
    );
    return new Map(rows.map(({ id, unit }) => [id, unit]));
  }
}

const changedBetween = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number =>
  [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id)).length;
