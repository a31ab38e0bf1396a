import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Policy } from '#domain/policy/policy.js';
import type { SpotCheckContent, WholeSelfEvaluationContent } from '#domain/self-evaluation/content.js';
import { WHOLE_FORM } from '#domain/self-evaluation/self-rubric.js';
import { WholeDepartmentRepository } from '#persistence/campaign/whole-department.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { correctedOf, scoredOf } from './outcomes.js';

/** What was accepted, and by which frozen policy it counts. */
interface Accepted {
  readonly campaign: string;
  readonly policy: Policy;
  readonly documents: readonly string[];
  /** Business instant, ms. */
  readonly at: number;
}

/** 部门整体自评: scored by the indicators of the unit's own target; drawn and corrected like those of projects. */
@Injectable()
export class WholeDepartment {
  constructor(
    private readonly whole: WholeDepartmentRepository,
    private readonly documents: DocumentRepository,
  ) {}

  /** Scores those among the documents that are about a unit as a whole. */
  async score(manager: EntityManager, { campaign, policy, documents, at }: Accepted): Promise<void> {
    const subjects = await this.whole.subjects(manager, documents);
    const filed = await this.documents.filed<WholeSelfEvaluationContent>(manager, [...subjects.keys()]);
    const results = filed.flatMap(({ id, content }) => {
      const { unit, target, ...figures } = subjects.get(id)!;
      const scored = target && content && scoredOf(id, content, target, policy, figures, WHOLE_FORM);
      return scored ? [{ unit, ...scored }] : [];
    });
    await this.whole.put(manager, campaign, 'self-evaluation', at, results);
  }

  /** Spot checks whose subject is a unit; the others are of projects. */
  async correct(manager: EntityManager, { campaign, policy, documents, at }: Accepted): Promise<void> {
    const scores = await this.whole.selfScores(manager, campaign);
    const filed = await this.documents.filed<SpotCheckContent>(manager, documents);
    const results = filed.flatMap(({ id, subject, content }) => {
      const self = scores.get(subject ?? '');
      return self && content ? [{ unit: self.unit, ...correctedOf(id, content, self.exact, policy) }] : [];
    });
    await this.whole.put(manager, campaign, 'spot-check', at, results);
  }
}
