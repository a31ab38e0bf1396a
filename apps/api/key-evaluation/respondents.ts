import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { tally } from '#domain/key-evaluation/questionnaire-answers.js';
import { returnedShare, scoreQuestionnaire } from '#domain/key-evaluation/questionnaire-score.js';
import type { QuestionnaireResult } from '#domain/key-evaluation/questionnaire-score.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import { QuestionnaireRepository } from '#persistence/campaign/questionnaire.repository.js';
import type { QuestionnaireRow } from '#persistence/campaign/questionnaire.repository.js';
import { readList } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { ANSWER_LIST } from '#persistence/reading/questionnaires.js';
import { Clock } from '#platform/clock.js';
import { todayOf } from '../http/today.js';
import { readAnswers } from './answer-rows.js';
import type { GivenAnswers, ReadAnswers } from './answer-rows.js';
import { Questionnaires } from './questionnaires.js';
import type { WholeQuestionnaire } from './questionnaires.js';

/** What came back of a questionnaire: typed in, imported, and in the end counted. */
@Injectable()
export class Respondents {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly surveys: Questionnaires,
    private readonly questionnaires: QuestionnaireRepository,
    private readonly evaluations: EvaluationRepository,
    private readonly campaigns: CampaignRepository,
  ) {}

  async list(viewer: Viewer, questionnaire: string, query: ListQuery) {
    await this.surveys.get(viewer, questionnaire);
    return readList(this.source, ANSWER_LIST, null, { ...query, questionnaire });
  }

  /** Takes the rows that hold and names what is wrong with each of the others. */
  async enter(viewer: Viewer, id: string, body: GivenAnswers, key: string) {
    const entered = { by: viewer.person, requestId: `${viewer.person}:${key}` };
    const origin = body.csv === undefined ? 'typed' : 'imported';
    let read: ReadAnswers = { good: [], refused: 0, errors: [] };
    await this.surveys.change(viewer, id, 'enterAnswers', async (manager) => {
      const questionnaire = (await this.questionnaires.byIds(manager, [id])).get(id)!;
      read = readAnswers(body, questionnaire.content!.questions);
      await this.questionnaires.answer(manager, { id, origin, on: todayOf(this.clock), entered }, read.good);
      return { accepted: read.good.length, refused: read.refused };
    });
    return { accepted: read.good.length, refused: read.refused, errors: [...read.errors] };
  }

  /** No more answers: what came back is counted and scored, and stands. */
  async close(viewer: Viewer, id: string): Promise<WholeQuestionnaire> {
    await this.surveys.change(viewer, id, 'closeQuestionnaire', async (manager) => {
      const questionnaire = (await this.questionnaires.byIds(manager, [id])).get(id)!;
      const result = await this.count(manager, questionnaire);
      await this.questionnaires.close(manager, id, result, viewer.person, new Date(this.clock.now()));
      return { respondents: result.respondents, points: result.score?.points ?? null };
    });
    return this.surveys.get(viewer, id);
  }

  private async count(manager: EntityManager, row: QuestionnaireRow): Promise<QuestionnaireResult> {
    const { id, evaluation, campaign } = row;
    const content = row.content!;
    const answers = await this.questionnaires.answers(manager, id);
    const distributed = await this.questionnaires.copies(manager, id);
    const [respondents, tallies] = [answers.length, tally(content.questions, answers)];
    const counted = { respondents, distributed, returned: returnedShare(respondents, distributed), questions: tallies };
    const { policy } = await this.campaigns.campaign(manager, campaign);
    const plan = (await this.evaluations.filedParts(manager, [evaluation])).get(evaluation)?.plan;
    const rule = content.scoring?.rule ?? policy.keyEvaluation?.satisfaction;
    const weight = plan?.indicators.find(({ level3 }) => level3 === content.scoring?.indicator)?.weight;
    if (!rule || weight === undefined) return { ...counted, score: null };
    const on = todayOf(this.clock);
    return { ...counted, score: scoreQuestionnaire({ id, content, rule, fullPoints: weight, tallies, respondents, on }) };
  }
}
