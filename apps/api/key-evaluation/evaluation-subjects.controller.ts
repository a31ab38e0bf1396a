import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/evaluation-subjects.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { EvaluationSubjects } from './evaluation-subjects.js';

@Controller()
export class EvaluationSubjectsController {
  constructor(private readonly subjects: EvaluationSubjects) {}

  @Serves(routes.createSubject)
  create(@Ask() { viewer, params, body, key }: Ask<typeof routes.createSubject>) {
    return this.subjects.create(viewer, params.campaign, body, key);
  }

  @Serves(routes.listSubjects)
  list(@Ask() { viewer, query }: Ask<typeof routes.listSubjects>) {
    return this.subjects.list(viewer, query);
  }
}
