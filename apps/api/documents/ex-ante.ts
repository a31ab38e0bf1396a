import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { readBy } from '#contracts/errors/field-errors.js';
import { FORMS } from '#contracts/forms/forms.js';
import { exAnteProblems } from '#domain/ex-ante-evaluation/check.js';
import { independent } from '#domain/ex-ante-evaluation/panel.js';
import { listMaterials, requiredMaterials } from '#domain/ex-ante-evaluation/materials.js';
import { exAnteScore } from '#domain/ex-ante-evaluation/score.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { loadExAnteSubjects } from '#persistence/campaign/ex-ante-subjects.js';
import { readDocument } from '#persistence/reading/documents.js';
import { Clock } from '#platform/clock.js';
import { todayOf } from '../http/today.js';

interface Seen {
  readonly kind: string;
  readonly campaign: string;
  readonly project: string;
  readonly content: unknown;
}

/** How an ex-ante report stands as it is written: materials, panel, and the conclusion that its scores would give. */
@Injectable()
export class ExAnte {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly campaigns: CampaignRepository,
  ) {}

  /** @throws Problem NOT_FOUND for any other kind of document */
  async standing(viewer: Viewer, id: string) {
    const document = (await readDocument(this.source, viewer, todayOf(this.clock), id)) as Seen | null;
    if (document?.kind !== 'ex-ante-report') throw new Problem('NOT_FOUND');
    const { manager } = this.source;
    const { policy } = await this.campaigns.campaign(manager, document.campaign);
    const subject = (await loadExAnteSubjects(manager, [document.project])).get(document.project)!;
    const required = requiredMaterials(policy, subject);
    const least = policy.exAnteEvaluation.panel?.experts ?? null;
    const read = readBy(FORMS['ex-ante-report'], document.content);
    if ('errors' in read) {
      const materials = listMaterials(required, {});
      return { materials, panel: { least, independent: 0, conflicts: 0 }, result: null, problems: read.errors };
    }
    const { panel = [], materials = [] } = read.value;
    const { value } = exAnteScore(read.value, policy, subject.bodies);
    const problems = exAnteProblems(read.value, policy, subject).map((it) => ({ ...it, code: 'ex-ante' }));
    const counted = independent(panel).length;
    return {
      materials: listMaterials(required, { materials }),
      panel: { least, independent: counted, conflicts: panel.length - counted },
      result: value && { score: value.shown, grade: value.grade, conclusion: value.conclusion },
      problems,
    };
  }
}
