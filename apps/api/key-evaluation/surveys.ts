import { createHash, randomBytes, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { answerProblems } from '#domain/key-evaluation/questionnaire-answers.js';
import { optionsOf } from '#domain/key-evaluation/questionnaire.js';
import type { Question, QuestionnaireContent, RespondentAnswers } from '#domain/key-evaluation/questionnaire.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { QuestionnaireRepository } from '#persistence/campaign/questionnaire.repository.js';
import type { QuestionnaireRow } from '#persistence/campaign/questionnaire.repository.js';
import { Clock } from '#platform/clock.js';
import { todayOf } from '../http/today.js';
import type { ApiOptions } from '../parts.js';
import { OPTIONS } from '../parts.js';
import { Throttle } from '../session/throttle.js';
import { Questionnaires } from './questionnaires.js';

/** Without letters and digits that look alike. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** 10 characters, some 50 bits. */
const newCode = (): string => Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
const hashOf = (secret: string): string => createHash('sha256').update(`survey:${secret}`).digest('hex');

const asked = (question: Question) => {
  const { key, kind, text, most = 1, optional = kind === 'text' } = question;
  return { key, kind, text, most, optional, options: optionsOf(question)?.slice() ?? null };
};

/**
 * 公开答卷: whoever has the secret address answers without log-in. Tables hold hashes of address and codes only; of the respondent nothing is
 * kept but the answers and the day.
 */
@Injectable()
export class Surveys {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly questionnaires: QuestionnaireRepository,
    private readonly desk: Questionnaires,
    @Inject(OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** A new secret address with as many single-use codes; the address before it ends, and codes that were not used. */
  async open(viewer: Viewer, id: string, count: number) {
    const token = randomBytes(32).toString('base64url');
    const codes = [...new Set(Array.from({ length: count }, newCode))];
    await this.desk.change(viewer, id, 'openQuestionnaireLink', async (manager) => {
      await this.questionnaires.open(manager, id, hashOf(token), codes.map(hashOf));
      return { codes: codes.length };
    });
    return { token, url: `${this.options.publicUrl ?? ''}/surveys/${token}`, codes };
  }

  async read(token: string) {
    return this.source.transaction(async (manager) => {
      const { id, title, content } = await this.find(manager, token);
      const { purpose, respondents, questions, closesOn } = content;
      const needsCode = await this.questionnaires.hasCodes(manager, id);
      return { title, purpose, respondents, questions: questions.map(asked), closesOn, needsCode };
    });
  }

  /** One respondent; a code is used up only by answers that hold. `address`: for counting alone, not kept. */
  async answer(token: string, answers: RespondentAnswers, code: string | undefined, address: string): Promise<void> {
    await this.throttle.answer(address);
    await this.source.transaction(async (manager) => {
      const { id, content } = await this.find(manager, token);
      const problems = answerProblems(content.questions, answers);
      if (problems.length > 0) {
        const errors = problems.map(({ path, ...it }) => ({ ...it, path: `body.answers.${path}` }));
        throw new Problem('NOT_ACCEPTED', {}, errors);
      }
      await this.spend(manager, id, code);
      await this.questionnaires.answer(manager, { id, origin: 'public', on: todayOf(this.clock), entered: null }, [answers]);
    });
  }

  private async spend(manager: EntityManager, id: string, code: string | undefined): Promise<void> {
    if (!(await this.questionnaires.hasCodes(manager, id))) return;
    const spent = code !== undefined && (await this.questionnaires.spend(manager, id, hashOf(code.toUpperCase())));
    if (!spent) throw new Problem('CODE_NEEDED');
  }

  /** @throws Problem NOT_FOUND for an address that is nobody's, QUESTIONNAIRE_NOT_OPEN when its time is over */
  private async find(manager: EntityManager, token: string): Promise<QuestionnaireRow & { readonly content: QuestionnaireContent }> {
    const row = await this.questionnaires.byToken(manager, hashOf(token));
    if (!row?.content) throw new Problem('NOT_FOUND');
    if (row.closed || row.content.closesOn < todayOf(this.clock)) throw new Problem('QUESTIONNAIRE_NOT_OPEN');
    return { ...row, content: row.content };
  }
}
