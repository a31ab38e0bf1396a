import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v5 as named } from 'uuid';
import { Problem } from '#contracts/errors/problem.js';
import { TYPE_LABELS } from '#domain/key-evaluation/evaluation-type.js';
import type { SubjectType } from '#domain/key-evaluation/evaluation-type.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { SubjectRepository } from '#persistence/campaign/subject.repository.js';
import { SUBJECT_LIST } from '#persistence/reading/evaluation-subjects.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { Clock } from '#platform/clock.js';
import { Campaigns } from '../campaigns/campaigns.js';
import { Trail } from '../http/trail.js';

interface Wish {
  readonly type: SubjectType;
  readonly unit: string;
  readonly name?: string | undefined;
  readonly projects?: readonly string[] | undefined;
}

interface Year {
  readonly district: string;
  readonly fiscalYear: number;
}

/** 部门整体、政策、专项债券: what is evaluated as a whole. Assigned and evaluated like a project afterwards; no other stage knows of it. */
@Injectable()
export class EvaluationSubjects {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly campaigns: Campaigns,
    private readonly subjects: SubjectRepository,
    private readonly trail: Trail,
  ) {}

  list = (viewer: Viewer, query: ListQuery) => readList(this.source, SUBJECT_LIST, viewer, query);

  /** Asked again under the same key it is the same subject. */
  async create(viewer: Viewer, campaign: string, wish: Wish, key: string): Promise<unknown> {
    const year = await this.campaigns.get(viewer, campaign, 'evaluations.write');
    // Within the campaign, whose id is the namespace.
    const id = named(`${viewer.person}:${key}`, campaign);
    await this.source.transaction(async (manager) => {
      const { name, code } = await this.nameOf(manager, year, wish, id);
      const { type, unit } = wish;
      const projects = await this.covered(manager, year, wish);
      const draft = { id, type, code, name, unit, projects, by: viewer.person, at: new Date(this.clock.now()) };
      if (!(await this.subjects.create(manager, year, draft))) return;
      const detail = { subject: id, kind: type, name, unit, projects };
      const entry = { stream: `project/${id}`, district: year.district, actor: viewer.person };
      await this.trail.append(manager, { ...entry, type: 'createEvaluationSubject', detail });
    });
    const row = await readOne(this.source, SUBJECT_LIST, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  /** A department goes by its own name and code, and so only once a year. */
  private async nameOf(manager: EntityManager, { district }: Year, { type, unit: id, name }: Wish, subject: string) {
    const unit = await this.subjects.unit(manager, district, id);
    if (!unit) throw new Problem('UNKNOWN_REFERENCE', { constraint: 'unit' });
    const { code } = TYPE_LABELS[type];
    if (type !== 'whole-department') return { name: name!, code: `${code}-${subject.slice(0, 8)}` };
    if (!unit.isDepartment) throw new Problem('NOT_A_DEPARTMENT');
    return { name: name ?? unit.name, code: `${code}-${unit.code}` };
  }

  private async covered(manager: EntityManager, year: Year, { type, unit, projects = [] }: Wish): Promise<readonly string[]> {
    if (type === 'whole-department') return this.subjects.covered(manager, year, { department: unit });
    const found = await this.subjects.covered(manager, year, { projects });
    if (found.length < new Set(projects).size) throw new Problem('UNKNOWN_REFERENCE', { constraint: 'projects' });
    return found;
  }
}
