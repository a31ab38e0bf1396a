import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { ProjectRepository, placeOf } from '#persistence/campaign/project.repository.js';
import type { ProjectRow } from '#persistence/campaign/project.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { DocumentDraft } from '#persistence/obligation/obligation-opener.js';
import { commonOf } from './draft.js';
import type { Opening } from './room.js';

export interface FilingPlan {
  readonly kind: DocumentKind;
  /** What the unit calls this task, for instance 绩效目标申报. */
  readonly label: string;
  /** One more document for each unit as a whole (部门整体) of which that is wanted. */
  readonly whole?: { readonly kind: DocumentKind; readonly wants: (unit: string) => boolean };
  readonly wants?: (project: ProjectRow) => boolean;
}

/** What three stages have in common: every unit files a document for each of its projects, and perhaps one for itself. */
@Injectable()
export class UnitFilings {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly opener: ObligationOpener,
  ) {}

  async open({ manager, stage, now }: Opening, plan: FilingPlan, units?: readonly string[]): Promise<number> {
    const { campaign } = stage;
    const seats = await loadSeats(manager, campaign.district);
    const common = commonOf(stage, plan.kind, now);
    const drafts = (await this.projects.byUnit(manager, campaign, units)).flatMap(({ unit, projects }) => {
      const wanted = projects.filter((project) => plan.wants?.(project) ?? true);
      if (wanted.length === 0) return [];
      const documents: DocumentDraft[] = wanted.map((project) => ({ title: `${plan.label}：${project.name}`, project: project.id }));
      if (plan.whole?.wants(unit.id)) documents.push({ title: `${plan.label}：${unit.name}（部门整体）`, kind: plan.whole.kind });
      const place = placeOf(unit);
      return [{ ...common, title: `${unit.name} ${plan.label}`, place, seats: seats.of('unit', place), documents }];
    });
    return (await this.opener.open(manager, drafts, now)).length;
  }
}
