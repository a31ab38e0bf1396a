import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OrganisationChange } from '#contracts/organisation/organisation.contract.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { DEBTOR_OF } from '#domain/stage/document-kind.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';
import { OrganisationChangeRepository } from '#persistence/organisation/organisation-change.repository.js';
import type { ChangedProject, ChangedUnit, Following } from '#persistence/organisation/organisation-change.repository.js';
import { openWorkOfUnits, openWorkOnProjects } from '#persistence/organisation/open-work.js';
import type { OpenWork, WorkDocument } from '#persistence/organisation/open-work.js';
import type { Descent } from '#persistence/organisation/project-succession.js';
import { cancelProject, dissolveUnit, moveProject, projectsOf } from '#persistence/organisation/relocate.js';
import { Succession } from './succession.js';

interface Part {
  readonly work: OpenWork;
  readonly documents: readonly WorkDocument[];
}

/** A change whose own rows are written, and what of the open work it takes along. */
export interface PlannedChange {
  readonly project: string | null;
  readonly unit: string;
  readonly successor: string | null;
  /** Obligations that belong elsewhere as a whole. */
  readonly moves: readonly { readonly work: OpenWork; readonly to: Place }[];
  /** Documents that go to another debtor, out of obligations with others that stay. */
  readonly splits: readonly (Part & { readonly to: Place })[];
  readonly cancels: readonly Part[];
  /** Which project came of which. */
  readonly descents?: readonly Descent[];
  /** Projects that begin, and the campaigns that are to take them up. */
  readonly admit?: NonNullable<Following['admit']>;
}

const mustBeActive = ({ status, yearClosed, fiscalYear }: ChangedProject): void => {
  if (status !== 'active') throw new DomainError('PROJECT_CANCELLED');
  if (yearClosed) throw new DomainError('YEAR_CLOSED', { fiscalYear });
};

const openOf = ({ documents }: OpenWork, project: string): readonly WorkDocument[] =>
  documents.filter((it) => it.open && it.project === project);

/** Checks a change and writes it into projects and units; what is open is only planned here. */
@Injectable()
export class PlannedChanges {
  constructor(
    private readonly changes: OrganisationChangeRepository,
    private readonly succession: Succession,
  ) {}

  /** `on`: the business day of the change. @throws DomainError when it is refused; nothing may stay written then. */
  async plan(manager: EntityManager, district: string, change: OrganisationChange, on: string): Promise<PlannedChange> {
    switch (change.kind) {
      case 'transfer-project':
        return this.transfer(
          manager,
          await this.project(manager, district, change.project),
          await this.successor(manager, district, change.unit),
        );
      case 'cancel-project':
        return this.cancel(manager, await this.project(manager, district, change.project));
      case 'split-project': {
        const { id, place } = await this.project(manager, district, change.project);
        const parts = [];
        for (const part of change.parts) parts.push({ ...part, place: await this.placeOf(manager, district, part.unit, place) });
        return this.succession.split(manager, district, id, parts);
      }
      case 'merge-projects': {
        for (const id of [...change.projects].sort()) await this.project(manager, district, id);
        const { code, name, unit } = change;
        const place = await this.placeOf(manager, district, unit, null);
        return this.succession.merge(manager, district, change.projects, { code, name, place });
      }
      case 'dissolve-unit': {
        const unit = await this.changes.unit(manager, district, change.unit);
        if (!unit) throw new DomainError('UNKNOWN_SUCCESSOR');
        if (unit.dissolved) throw new DomainError('UNIT_DISSOLVED', { name: unit.name });
        return this.dissolve(manager, unit, await this.successor(manager, district, change.successor), on);
      }
    }
  }

  /**
   * 划转. What is owed by its unit or agency follows; what a department or the bureau has been asked about many projects (公开, 预算挂钩)
   * stays with whoever was asked.
   */
  private async transfer(manager: EntityManager, project: ChangedProject, to: ChangedUnit): Promise<PlannedChange> {
    if (project.place.unit === to.id) throw new DomainError('SAME_UNIT');
    const place: Place = { unit: to.id, department: to.department, sectorOffice: to.sectorOffice, agency: null };
    const works = (await openWorkOnProjects(manager, [project.id])).filter(({ kind }) => ['unit', 'agency'].includes(DEBTOR_OF[kind]));
    await moveProject(manager, project.id, place);
    const isWhole = ({ documents }: OpenWork): boolean => documents.every((it) => it.project === project.id);
    return {
      ...{ project: project.id, unit: project.place.unit!, successor: to.id, cancels: [] },
      moves: works.filter(isWhole).map((work) => ({ work, to: place })),
      splits: works.filter((it) => !isWhole(it)).map((work) => ({ work, documents: openOf(work, project.id), to: place })),
    };
  }

  /** 撤销: nobody owes anything about the project any more. */
  private async cancel(manager: EntityManager, project: ChangedProject): Promise<PlannedChange> {
    const works = await openWorkOnProjects(manager, [project.id]);
    await cancelProject(manager, project.id);
    const cancels = works.map((work) => ({ work, documents: openOf(work, project.id) }));
    return { project: project.id, unit: project.place.unit!, successor: null, moves: [], splits: [], cancels };
  }

  /** 撤并: the successor takes over the unit's projects of open years and all that is open; units below it come to stand below the successor. */
  private async dissolve(manager: EntityManager, unit: ChangedUnit, to: ChangedUnit, on: string): Promise<PlannedChange> {
    if (unit.id === to.id) throw new DomainError('SAME_UNIT');
    const below = await this.changes.below(manager, unit.id);
    if (below.includes(to.id)) throw new DomainError('SUCCESSOR_BELOW');
    const relocated = (place: Place): Place => ({
      ...place,
      unit: place.unit === unit.id ? to.id : place.unit,
      department: to.department,
      sectorOffice: to.sectorOffice,
    });
    const units = [unit.id, ...below];
    const projects = await projectsOf(manager, units);
    const about = await openWorkOnProjects(
      manager,
      projects.map(({ id }) => id),
    );
    const works = new Map([...(await openWorkOfUnits(manager, units, unit.id)), ...about].map((work) => [work.id, work]));
    // What belongs nowhere (the bureau's own 抽查复核) stays; what an agency owes belongs where its project does, though it is not seen there.
    const belongs = ({ kind, shown, place }: OpenWork): boolean =>
      (shown.unit !== null || DEBTOR_OF[kind] === 'agency') && (place.department === unit.id || units.includes(place.unit ?? ''));
    for (const { id, place } of projects) await moveProject(manager, id, relocated(place));
    await dissolveUnit(manager, { unit: unit.id, successor: to, below, on });
    const moves = [...works.values()].filter(belongs).map((work) => ({ work, to: relocated(work.place) }));
    return { project: null, unit: unit.id, successor: to.id, moves, splits: [], cancels: [] };
  }

  /** Of a unit that is named, or as before. */
  private async placeOf(manager: EntityManager, district: string, unit: string | undefined, before: Place | null): Promise<Place> {
    if (unit === undefined) return before!;
    const { id, department, sectorOffice } = await this.successor(manager, district, unit);
    return { unit: id, department, sectorOffice, agency: null };
  }

  private async project(manager: EntityManager, district: string, id: string): Promise<ChangedProject> {
    const project = await this.changes.project(manager, district, id);
    if (!project) throw new DomainError('UNKNOWN_SUCCESSOR');
    mustBeActive(project);
    return project;
  }

  private async successor(manager: EntityManager, district: string, id: string): Promise<ChangedUnit> {
    const unit = await this.changes.unit(manager, district, id);
    if (!unit) throw new DomainError('UNKNOWN_SUCCESSOR');
    if (unit.dissolved) throw new DomainError('UNIT_DISSOLVED', { name: unit.name });
    return unit;
  }
}
