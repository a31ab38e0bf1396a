import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import * as routes from '#contracts/api/questionnaires.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Questionnaires } from './questionnaires.js';
import { Respondents } from './respondents.js';
import { Surveys } from './surveys.js';

@Controller()
export class QuestionnairesController {
  constructor(
    private readonly questionnaires: Questionnaires,
    private readonly respondents: Respondents,
    private readonly surveys: Surveys,
  ) {}

  @Serves(routes.openQuestionnaire)
  open(@Ask() { viewer, params, body, key }: Ask<typeof routes.openQuestionnaire>) {
    return this.questionnaires.open(viewer, params.evaluation, body, key);
  }

  @Serves(routes.listQuestionnaires)
  list(@Ask() { viewer, query }: Ask<typeof routes.listQuestionnaires>) {
    return this.questionnaires.list(viewer, query);
  }

  @Serves(routes.getQuestionnaire)
  get(@Ask() { viewer, params }: Ask<typeof routes.getQuestionnaire>) {
    return this.questionnaires.get(viewer, params.questionnaire);
  }

  @Serves(routes.distribute)
  distribute(@Ask() { viewer, params, body, key }: Ask<typeof routes.distribute>) {
    return this.questionnaires.distribute(viewer, params.questionnaire, body, key);
  }

  @Serves(routes.openLink)
  link(@Ask() { viewer, params, body }: Ask<typeof routes.openLink>) {
    return this.surveys.open(viewer, params.questionnaire, body.codes);
  }

  @Serves(routes.enterAnswers)
  enter(@Ask() { viewer, params, body, key }: Ask<typeof routes.enterAnswers>) {
    return this.respondents.enter(viewer, params.questionnaire, body, key);
  }

  @Serves(routes.listAnswers)
  answers(@Ask() { viewer, params, query }: Ask<typeof routes.listAnswers>) {
    return this.respondents.list(viewer, params.questionnaire, query);
  }

  @Serves(routes.closeQuestionnaire)
  close(@Ask() { viewer, params }: Ask<typeof routes.closeQuestionnaire>) {
    return this.respondents.close(viewer, params.questionnaire);
  }

  @Serves(routes.readSurvey)
  read(@Ask() { params }: Ask<typeof routes.readSurvey>) {
    return this.surveys.read(params.token);
  }

  @Serves(routes.answerSurvey)
  async answer(@Ask() { params, body }: Ask<typeof routes.answerSurvey>, @Req() request: Request): Promise<void> {
    await this.surveys.answer(params.token, body.answers, body.code, request.ip ?? '');
  }
}
