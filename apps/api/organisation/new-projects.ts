import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { OrganisationChangeRepository } from '#persistence/organisation/organisation-change.repository.js';
import { beginProjects, codeTaken } from '#persistence/organisation/project-succession.js';
import { readOne } from '#persistence/reading/list.js';
import { UNIT_LIST } from '#persistence/reading/places.js';
import { Trail } from '../http/trail.js';

interface Wish {
  readonly unit: string;
  readonly fiscalYear: number;
  readonly code: string;
  readonly name: string;
  readonly attribute: 'new' | 'continuing';
  readonly class: 'ordinary' | 'key';
  readonly budget: string;
  readonly source: string;
}

/** 新增项目: a project that came after the district was imported. */
@Injectable()
export class NewProjects {
  constructor(
    private readonly source: DataSource,
    private readonly trail: Trail,
    private readonly changes: OrganisationChangeRepository,
  ) {}

  /** @throws Problem NOT_FOUND for a unit of another district, UNIT_DISSOLVED, YEAR_CLOSED, CODE_TAKEN */
  async add(viewer: Viewer, { unit, fiscalYear, source, ...it }: Wish): Promise<{ project: string }> {
    const row = await readOne<{ district: string }>(this.source, { ...UNIT_LIST, action: 'projects.write' }, viewer, unit);
    if (!row) throw new Problem('NOT_FOUND');
    const { district } = row;
    return this.source.transaction(async (manager) => {
      await this.changes.lock(manager, district);
      const of = (await this.changes.unit(manager, district, unit))!;
      if (of.dissolved) throw new Problem('UNIT_DISSOLVED', { name: of.name });
      if (await this.changes.yearClosed(manager, district, fiscalYear)) throw new Problem('YEAR_CLOSED', { fiscalYear });
      if ((await codeTaken(manager, district, fiscalYear, [it.code])) !== null) throw new Problem('CODE_TAKEN', { code: it.code });
      const place = { unit, department: of.department, sectorOffice: of.sectorOffice, agency: null };
      const like = { attribute: it.attribute, class: it.class };
      const successor = { code: it.code, name: it.name, budget: it.budget, executed: null, place };
      const [project] = await beginProjects(manager, { district, year: fiscalYear, like, origin: source }, [successor]);
      const detail = { ...it, unit, fiscalYear, source };
      await this.trail.append(manager, { stream: `project/${project!}`, district, actor: viewer.person, type: 'createProject', detail });
      return { project: project! };
    });
  }
}
