import { Controller } from '@nestjs/common';
import { getEvaluation } from '#contracts/api/evaluation.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { EvaluationDetail } from './evaluation-detail.js';

@Controller()
export class EvaluationController {
  constructor(private readonly detail: EvaluationDetail) {}

  @Serves(getEvaluation)
  get(@Ask() { viewer, params }: Ask<typeof getEvaluation>) {
    return this.detail.of(viewer, params.evaluation);
  }
}
