import { z } from 'zod';
import { QUESTION_KINDS } from '#domain/key-evaluation/questionnaire.js';
import { byId, day, id, instant, json, listQuery, name, page, sentence } from './fields.js';
import { route } from './route.js';

const tag = 'key-evaluation';
const at = byId('questionnaire');
const CHANNELS = ['on-site', 'mail', 'phone', 'online', 'other'] as const;
/** Question key → an option, several options of a choice, or a text. */
const answers = z.record(z.string().max(40), z.union([z.string().max(2_000), z.array(z.string().max(200)).max(30)]));
const fieldError = z.strictObject({ path: z.string(), code: z.string(), zh: z.string(), en: z.string() });

const inList = {
  id,
  evaluation: id,
  project: id,
  projectName: z.string(),
  title: z.string(),
  /** Draws it up: drafted, submitted, returned and approved like any document. */
  document: id,
  documentStatus: z.string(),
  dueOn: day,
  /** `drafting` until it is approved, `open` while answers are taken. */
  status: z.enum(['drafting', 'open', 'closed']),
  closesOn: day.nullable(),
  distributed: z.int(),
  answered: z.int(),
  askedAt: instant,
  closedAt: instant.nullable(),
};
const listed = z.strictObject(inList).meta({ id: 'QuestionnaireInList' });
const distribution = z
  .strictObject({ id, recipients: z.string(), channel: z.enum(CHANNELS), copies: z.int(), on: day, recordedBy: id, recordedAt: instant })
  .meta({ id: 'QuestionnaireDistribution' });
const questionnaire = z
  .strictObject({
    ...inList,
    /** As approved; null until then. */
    content: json,
    distributions: z.array(distribution),
    /** Whether a secret address is open, and how many single-use codes were given and used. */
    link: z.strictObject({ open: z.boolean(), codes: z.int(), used: z.int() }),
    /** Answers by origin: typed in, imported, given by respondents themselves. */
    origins: json,
    result: json.describe('Counts by question, share returned, satisfaction score with its explanation; null until it is closed'),
  })
  .meta({ id: 'Questionnaire' });

export const openQuestionnaire = route({
  id: 'openQuestionnaire',
  method: 'post',
  path: '/evaluations/{evaluation}/questionnaires',
  tag,
  summary: '新建调查问卷 The agency owes the questionnaire by the day; it is drafted as a document and approved by the bureau',
  action: 'questionnaires.write',
  params: byId('evaluation'),
  body: z.strictObject({ title: name, dueOn: day }),
  answer: z.strictObject({ id, obligation: id, document: id }),
  status: 201,
  idempotent: true,
});
export const listQuestionnaires = route({
  id: 'listQuestionnaires',
  method: 'get',
  path: '/questionnaires',
  tag,
  summary: '调查问卷清单 Questionnaires with what was distributed and what came back',
  action: 'questionnaires.read',
  query: listQuery(['askedAt', '-askedAt'], { campaign: id.optional(), evaluation: id.optional(), project: id.optional() }),
  answer: page(listed),
});
export const getQuestionnaire = route({
  id: 'getQuestionnaire',
  method: 'get',
  path: '/questionnaires/{questionnaire}',
  tag,
  summary: '调查问卷 One questionnaire: questions, distribution, answers by origin, result',
  action: 'questionnaires.read',
  params: at,
  answer: questionnaire,
});
export const distribute = route({
  id: 'recordDistribution',
  method: 'post',
  path: '/questionnaires/{questionnaire}/distributions',
  tag,
  summary: '登记发放 To whom how many copies went by which channel',
  action: 'questionnaires.write',
  params: at,
  body: z.strictObject({ recipients: sentence, channel: z.enum(CHANNELS), copies: z.int().min(1).max(1_000_000), on: day }),
  answer: questionnaire,
  status: 201,
  idempotent: true,
});
export const openLink = route({
  id: 'openQuestionnaireLink',
  method: 'post',
  path: '/questionnaires/{questionnaire}/link',
  tag,
  summary: '生成答卷链接 A secret address and single-use codes, shown this once; earlier ones that are not used end',
  action: 'questionnaires.write',
  params: at,
  body: z.strictObject({ codes: z.int().min(0).max(5_000) }),
  answer: z.strictObject({ token: z.string(), url: z.string(), codes: z.array(z.string()) }).meta({ id: 'QuestionnaireLink' }),
  status: 201,
});
export const enterAnswers = route({
  id: 'enterAnswers',
  method: 'post',
  path: '/questionnaires/{questionnaire}/answers',
  tag,
  summary: '录入答卷 Answers typed in as rows or as a CSV table (columns: question keys); good rows are taken, wrong ones named',
  action: 'questionnaires.write',
  params: at,
  body: z
    .strictObject({ rows: z.array(answers).min(1).max(2_000).optional(), csv: z.string().min(1).max(5_000_000).optional() })
    .refine((it) => (it.rows === undefined) !== (it.csv === undefined), {
      error: '请给出 rows 或 csv 之一 (give either rows or csv)',
    }),
  answer: z.strictObject({ accepted: z.int(), refused: z.int(), errors: z.array(fieldError) }).meta({ id: 'EnteredAnswers' }),
  idempotent: true,
});
export const listAnswers = route({
  id: 'listAnswers',
  method: 'get',
  path: '/questionnaires/{questionnaire}/answers',
  tag,
  summary: '答卷 Answers of the respondents, free texts among them; nothing says who they were',
  action: 'questionnaires.read',
  params: at,
  query: listQuery(['on', '-on'], { origin: z.enum(['typed', 'imported', 'public']).optional() }),
  answer: page(z.strictObject({ id, origin: z.string(), answers, on: day }).meta({ id: 'RespondentAnswers' })),
});
export const closeQuestionnaire = route({
  id: 'closeQuestionnaire',
  method: 'post',
  path: '/questionnaires/{questionnaire}/close',
  tag,
  summary: '结束调查 No more answers; counts and the satisfaction score are computed and stand',
  action: 'questionnaires.write',
  params: at,
  answer: questionnaire,
  idempotent: true,
});

const secret = z.strictObject({ token: z.string().regex(/^[\w-]{10,60}$/) });

export const readSurvey = route({
  id: 'readSurvey',
  method: 'get',
  path: '/surveys/{token}',
  tag,
  summary: '公开答卷页 The questions, for whoever has the secret address; without log-in',
  action: 'public',
  params: secret,
  answer: z
    .strictObject({
      title: z.string(),
      purpose: z.string(),
      respondents: z.string(),
      questions: z.array(
        z.strictObject({
          key: z.string(),
          kind: z.enum(QUESTION_KINDS),
          text: z.string(),
          options: z.array(z.string()).nullable(),
          most: z.int(),
          optional: z.boolean(),
        }),
      ),
      closesOn: day,
      needsCode: z.boolean(),
    })
    .meta({ id: 'Survey' }),
});
export const answerSurvey = route({
  id: 'answerSurvey',
  method: 'post',
  path: '/surveys/{token}/answers',
  tag,
  summary: '公开答卷 One respondent’s answers; where codes were given, once a code. Nothing else is kept of the respondent',
  action: 'public',
  params: secret,
  body: z.strictObject({ answers, code: z.string().trim().min(1).max(40).optional() }),
});

export const QUESTIONNAIRE_ROUTES = [
  openQuestionnaire,
  listQuestionnaires,
  getQuestionnaire,
  distribute,
  openLink,
  enterAnswers,
  listAnswers,
  closeQuestionnaire,
  readSurvey,
  answerSurvey,
];
