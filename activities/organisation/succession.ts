import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProjectPart } from '#contracts/organisation/organisation.contract.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { compare } from '#domain/score/exact.js';
import { sumYuan } from '#domain/score/money.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';
import { openWorkOnProjects } from '#persistence/organisation/open-work.js';
import type { OpenWork, WorkDocument } from '#persistence/organisation/open-work.js';
import { beginProjects, codeTaken, inherit, predecessors, runningCampaigns } from '#persistence/organisation/project-succession.js';
import type { Predecessor, Successor } from '#persistence/organisation/project-succession.js';
import { cancelProject } from '#persistence/organisation/relocate.js';
import type { PlannedChange } from './planned-change.js';

/** What somebody still has to put right or to answer does not end with the project: its heir does it. Everything else is filed anew or not at all. */
const INHERITED: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'warning-answer',
  'disposal-report',
  'self-evaluation-problem',
  'feedback-receipt',
  'rectification-item',
  'objection',
]);

type Part = ProjectPart & { readonly place: Place };

const mustNotBeEvaluated = (projects: readonly Predecessor[]): void => {
  const evaluated = projects.find((it) => it.evaluated);
  if (evaluated) throw new DomainError('EVALUATION_UNDER_WAY', { project: evaluated.name });
};

const mustSum = (amounts: readonly string[], whole: string, code: 'BUDGET_DIFFERS' | 'EXECUTED_DIFFERS'): void => {
  const sum = sumYuan(amounts);
  if (compare(sum, whole) !== 0) throw new DomainError(code, { sum, budget: whole });
};

/** 拆分与合并: projects end and others begin in their place. */
@Injectable()
export class Succession {
  /** The parts share the whole budget and all that was spent, to the fen. The first part is the heir of what is still to be put right. */
  async split(manager: EntityManager, district: string, project: string, parts: readonly Part[]): Promise<PlannedChange> {
    const [before] = await predecessors(manager, [project]);
    mustSum(
      parts.map(({ budget }) => budget),
      before!.budget,
      'BUDGET_DIFFERS',
    );
    mustSum(
      parts.map(({ executed = '0' }) => executed),
      before!.executed,
      'EXECUTED_DIFFERS',
    );
    const successors = parts.map(({ executed = '0', ...it }): Successor => ({ ...it, executed }));
    return this.succeed(manager, district, [before!], successors);
  }

  /** The new project has what the others had together. */
  async merge(manager: EntityManager, district: string, projects: readonly string[], into: Omit<Part, 'budget'>): Promise<PlannedChange> {
    const before = await predecessors(manager, projects);
    const [first] = before;
    const other = before.find(({ fiscalYear }) => fiscalYear !== first!.fiscalYear);
    if (other) throw new DomainError('UNKNOWN_PROJECT', { project: other.id });
    const budget = sumYuan(before.map((it) => it.budget));
    const executed = sumYuan(before.map((it) => it.executed));
    return this.succeed(manager, district, before, [{ ...into, budget, executed }]);
  }

  private async succeed(
    manager: EntityManager,
    district: string,
    before: readonly Predecessor[],
    successors: readonly Successor[],
  ): Promise<PlannedChange> {
    mustNotBeEvaluated(before);
    const year = before[0]!.fiscalYear;
    const codes = successors.map(({ code }) => code);
    const twice = codes.find((code, i) => codes.indexOf(code) !== i);
    const taken = twice ?? (await codeTaken(manager, district, year, codes));
    if (taken !== null) throw new DomainError('CODE_TAKEN', { code: taken });
    const like = {
      attribute: before.every(({ attribute }) => attribute === 'new') ? ('new' as const) : ('continuing' as const),
      class: before.some((it) => it.class === 'key') ? ('key' as const) : ('ordinary' as const),
    };
    const origin = before.map(({ id }) => `project/${id}`).join(' + ');
    const fresh = await beginProjects(manager, { district, year, like, origin }, successors);
    const heir = { id: fresh[0]!, place: successors[0]!.place };
    const parts = await Promise.all(before.map(({ id }) => this.end(manager, id, heir)));
    return {
      ...{ project: before.length === 1 ? before[0]!.id : heir.id, unit: heir.place.unit!, successor: null },
      moves: parts.flatMap(({ moves }) => moves),
      splits: parts.flatMap(({ splits }) => splits),
      cancels: parts.flatMap(({ cancels }) => cancels),
      descents: before.flatMap(({ id: from }) => fresh.map((to) => ({ from, to }))),
      admit: { campaigns: await runningCampaigns(manager, district, year), projects: fresh },
    };
  }

  /** Whole obligations to put something right move with their documents; out of others they are opened anew; the rest is cancelled. */
  private async end(manager: EntityManager, project: string, heir: { id: string; place: Place }) {
    const works = await openWorkOnProjects(manager, [project]);
    const about = ({ documents }: OpenWork): readonly WorkDocument[] => documents.filter((it) => it.open && it.project === project);
    const inherited = works.filter(({ kind }) => INHERITED.has(kind));
    const isWhole = ({ documents }: OpenWork): boolean => documents.every((it) => it.project === project);
    const moved = inherited.filter(isWhole);
    await inherit(
      manager,
      moved.flatMap((work) => about(work).map(({ id }) => id)),
      project,
      heir,
    );
    await cancelProject(manager, project);
    const opened = inherited.filter((work) => !isWhole(work));
    return {
      moves: moved.map((work) => ({ work, to: heir.place })),
      splits: opened.map((work) => ({ work, documents: about(work).map((it) => ({ ...it, project: heir.id })), to: heir.place })),
      cancels: works.filter(({ kind }) => !INHERITED.has(kind)).map((work) => ({ work, documents: about(work) })),
    };
  }
}
