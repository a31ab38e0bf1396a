import type { ProblemText } from './texts.js';

/** What the API itself refuses, before a rule of the domain is asked. */
export const API_PROBLEMS = {
  BAD_REQUEST: { status: 400, zh: '请求无法理解。', en: 'The request cannot be understood.' },
  INVALID: { status: 400, zh: '请求内容有误，原因见所列各项。', en: 'The request is not valid, for the reasons listed.' },
  MALFORMED_JSON: { status: 400, zh: '请求内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  BAD_CURSOR: { status: 400, zh: '游标无效，请从第一页开始。', en: 'The cursor is not valid; start from the first page.' },
  BAD_IF_MATCH: { status: 400, zh: 'If-Match 应为读取时得到的 ETag。', en: 'If-Match must be the ETag that was read.' },
  IDEMPOTENCY_KEY_REQUIRED: {
    status: 400,
    zh: '请在 Idempotency-Key 中给出本次请求的唯一标识（1–100 个可见 ASCII 字符）。',
    en: 'Give this request a key of its own in Idempotency-Key (1 to 100 visible ASCII characters).',
  },
  NOT_LOGGED_IN: { status: 401, zh: '请先登录。', en: 'Please log in.' },
  LOGIN_FAILED: {
    status: 401,
    zh: '邮箱或密码不正确；多次失败后账号锁定 15 分钟。',
    en: 'E-mail or password is wrong; after repeated failures an account is locked for 15 minutes.',
  },
  CSRF: { status: 403, zh: '缺少或错误的 X-CSRF-Token。', en: 'X-CSRF-Token is missing or wrong.' },
  NOT_ALLOWED: { status: 403, zh: '您的角色不能办理此事。', en: 'Your role does not permit this.' },
  NOT_FOUND: { status: 404, zh: '没有找到。', en: 'There is no such thing.' },
  METHOD_NOT_ALLOWED: { status: 405, zh: '此地址不支持该方法。', en: 'This address does not take that method.' },
  NOT_ACCEPTABLE: {
    status: 406,
    zh: '此地址只提供 {type}，请在 Accept 中写明。',
    en: 'This address answers {type} only; ask for it in Accept.',
  },
  NO_REHEARSALS: {
    status: 409,
    zh: '此处不能演练：接口没有连接演练所需的数据库和引擎。请在正式运行的服务上演练。',
    en: 'No year can be rehearsed here: this API was given no servers to rehearse on. Rehearse where the service itself runs.',
  },
  REHEARSAL_RUNNING: {
    status: 409,
    zh: '本地区已有一次演练正在进行，请等它结束或先取消。',
    en: 'A rehearsal of this district is under way already; wait for its end, or cancel it first.',
  },
  REHEARSAL_ENDED: { status: 409, zh: '这次演练已经结束。', en: 'This rehearsal has ended already.' },
  NOTHING_TO_REHEARSE: {
    status: 409,
    zh: '没有可演练的内容：请先导入单位和项目，并在计划中至少写明一个阶段的开始日期。',
    en: 'There is nothing to rehearse: import units and projects first, and give at least one stage of the plan an opening day.',
  },
  CONFLICT: { status: 409, zh: '与已有的数据冲突（{constraint}）。', en: 'This conflicts with what is there already ({constraint}).' },
  NOT_EDITABLE: { status: 409, zh: '材料当前不能修改。', en: 'The document cannot be edited now.' },
  LOCKED: {
    status: 409,
    zh: '已由{number}批复，不能修改；须经预算调整重新申报。',
    en: 'It was approved by {number} and cannot be edited; it is changed only by filing again after a budget adjustment.',
  },
  NOT_A_DRAFT: { status: 409, zh: '年度工作已启动。', en: 'The campaign has been launched already.' },
  STAGE_STARTED: { status: 409, zh: '重点评价阶段已经开始。', en: 'The stage of key evaluation has begun already.' },
  NOTHING_TO_CORRECT: {
    status: 409,
    zh: '已公开的内容与现有记录一致，无需更正。',
    en: 'What is public is what is on record: there is nothing to correct.',
  },
  RECIPIENT_INACTIVE: { status: 409, zh: '收件人已停用，不能重发。', en: 'Its recipient is not active any more; it cannot be sent again.' },
  BACKUP_RUNNING: { status: 409, zh: '正在备份，请等待其完成。', en: 'A backup is being made; wait until it is done.' },
  NO_BACKUP_PROGRAM: {
    status: 409,
    zh: '本机没有 pg_dump，无法备份；请安装 PostgreSQL 客户端，或用 JIHENG_PG_DUMP 指明其位置。',
    en: 'There is no pg_dump on this machine: install the PostgreSQL client, or name it by JIHENG_PG_DUMP.',
  },
  VERSION_STALE: { status: 412, zh: '数据已被修改，请重新读取。', en: 'It was changed since; read it again.' },
  TOO_LARGE: { status: 413, zh: '请求内容过大。', en: 'The request is too large.' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    zh: '请求内容应为 application/json；上传文件应为 application/octet-stream。',
    en: 'The body must be application/json, and application/octet-stream for a file.',
  },
  NOT_ACCEPTED: { status: 422, zh: '内容未通过校验，原因见所列各项。', en: 'The content did not pass its checks, for the reasons listed.' },
  FILE_EMPTY: { status: 422, zh: '文件是空的。', en: 'The file is empty.' },
  FILE_KIND_REFUSED: {
    status: 422,
    zh: '文件内容的类型不在允许之列（{kinds}）。',
    en: 'By its content this is not one of the kinds of files that are taken ({kinds}).',
  },
  FILE_NAME_UNFIT: {
    status: 422,
    zh: '文件名与内容不符，扩展名应为 {endings}。',
    en: 'The name does not fit the content; it should end in {endings}.',
  },
  FILE_INFECTED: { status: 422, zh: '病毒扫描未通过，文件未保存。', en: 'The virus scan refused the file; it was not kept.' },
  MENTION_UNSEEING: {
    status: 422,
    zh: '被提及的人看不到这份材料。',
    en: 'Somebody who is mentioned does not see this document.',
  },
  WEBHOOK_ADDRESS: {
    status: 422,
    zh: '地址应为 https，且不得指向内部网络，除非已在配置中列明该主机。',
    en: 'The address must be https and not lead into a private network, unless its host is named in the configuration.',
  },
  EX_ANTE_MISSING: {
    status: 422,
    zh: '新增项目金额达到{threshold}元，须先完成事前绩效评估才能申报绩效目标。',
    en: 'A new project from {threshold} yuan on needs an ex-ante evaluation before its target may be filed.',
  },
  EX_ANTE_REJECTED: {
    status: 422,
    zh: '事前绩效评估结论为不予支持，不能申报绩效目标。',
    en: 'The ex-ante evaluation did not support this project; its target cannot be filed.',
  },
  NOT_INDEPENDENT: {
    status: 422,
    zh: '{agency}不能承担本次评价，原因见所列各项。',
    en: '{agency} cannot be assigned to this evaluation, for the reasons listed.',
  },
  DECLARATION_MISSING: {
    status: 422,
    zh: '机构须先提交利益冲突声明，才能报送评价方案。',
    en: 'The agency declares its interests before it files its plan.',
  },
  INTEREST_DECLARED: {
    status: 422,
    zh: '机构声明了利益冲突，不能报送评价方案，请财政部门另行指定。',
    en: 'The agency has declared a conflict of interest; the bureau must assign another one.',
  },
  EVALUATION_STARTED: { status: 409, zh: '评价已经开始。', en: 'The evaluation has begun already.' },
  NOTHING_TO_CARRY_OUT: {
    status: 409,
    zh: '该处置意见不是调整、调剂或终止，无需另行办理。',
    en: 'Nothing was ordered to be adjusted, reallocated or ended.',
  },
  CARRIED_OUT: { status: 409, zh: '该处置已经落实。', en: 'It has been carried out already.' },
  REPORT_NOT_FILED: { status: 409, zh: '评价报告尚未报送。', en: 'No report of the evaluation has been filed yet.' },
  EVALUATION_NOT_ACCEPTED: { status: 409, zh: '评价尚未验收。', en: 'The evaluation is not accepted yet.' },
  NOT_DRAFTING: {
    status: 409,
    zh: '只有评价方案已批准、评价报告初稿尚未通过时才能办理。',
    en: 'This is possible only after the evaluation plan is approved and before the draft report is.',
  },
  QUESTIONNAIRE_NOT_OPEN: { status: 409, zh: '问卷未在调查期内。', en: 'The questionnaire takes no answers now.' },
  CODE_NEEDED: {
    status: 422,
    zh: '需要有效的一次性答卷码；每个答卷码只能使用一次。',
    en: 'A single-use code is needed; each is good for one answer.',
  },
  NOT_A_DEPARTMENT: {
    status: 422,
    zh: '部门整体评价的对象应为主管部门。',
    en: 'A department is evaluated as a whole, not one of its units.',
  },
  SCORING_NOT_PLANNED: {
    status: 409,
    zh: '本年度政策没有规定多人独立评分（keyEvaluation.scoring）。',
    en: 'The policy of this year has no scoring by several raters (keyEvaluation.scoring).',
  },
  TOO_FEW_RATERS: {
    status: 422,
    zh: '本年度政策要求至少 {raters} 名评分人。',
    en: 'The policy of this year wants {raters} raters at least.',
  },
  RATINGS_COMPLETE: {
    status: 409,
    zh: '评分已齐全并可查看，不能再增加评分人。',
    en: 'All ratings are in and can be seen: no rater can be added any more.',
  },
  NOT_TO_ARBITRATE: {
    status: 409,
    zh: '评分尚未齐全，或该指标的评分差距无须仲裁。',
    en: 'The ratings are not all in, or they are close enough to need no arbitration.',
  },
  RATING_NOT_PLANNED: {
    status: 409,
    zh: '本年度政策没有规定对机构的评价（keyEvaluation.agencyRating）。',
    en: 'The policy of this year has no rating of agencies (keyEvaluation.agencyRating).',
  },
  SELECTION_NOT_PLANNED: {
    status: 409,
    zh: '本年度政策没有规定选题规则（keyEvaluation.selection）。',
    en: 'The policy of this year has no rule of selection (keyEvaluation.selection).',
  },
  NO_REPLY_NUMBERS: {
    status: 422,
    zh: '本年度政策没有规定批复文号（targetFiling.approvalReply）。',
    en: 'The policy of this year does not say how replies are numbered (targetFiling.approvalReply).',
  },
  TARGET_NOT_APPROVED: {
    status: 422,
    zh: '该项目没有已批复的绩效目标，无法自评。',
    en: 'The project has no approved target to evaluate itself against.',
  },
  UNKNOWN_REFERENCE: {
    status: 422,
    zh: '引用的对象不存在（{constraint}）。',
    en: 'It refers to something that does not exist ({constraint}).',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    zh: '同一个 Idempotency-Key 已用于另一请求。',
    en: 'The same Idempotency-Key was used for another request.',
  },
  WRONG_PASSWORD: { status: 422, zh: '当前密码不正确。', en: 'The present password is wrong.' },
  VERSION_REQUIRED: { status: 428, zh: '请在 If-Match 中给出读取时的 ETag。', en: 'Give the ETag that was read in If-Match.' },
  TOO_MANY_REQUESTS: {
    status: 429,
    zh: '请求过于频繁，请在 {seconds} 秒后再试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  INTERNAL: { status: 500, zh: '系统内部错误，已记录。', en: 'Something failed inside; it has been logged.' },
  FILE_LOST: {
    status: 500,
    zh: '附件的内容在存储中缺失或已损坏，已记录，请告知系统管理员。',
    en: 'The content of the attachment is missing in the store or damaged there; it has been logged. Please tell the system administrator.',
  },
  FILES_UNAVAILABLE: {
    status: 503,
    zh: '附件存储暂时没有应答，未作任何改动，请稍后再试。',
    en: 'The store of the attachments does not answer at present; nothing was changed. Please try again later.',
  },
  UNAVAILABLE: {
    status: 503,
    zh: '服务暂时不可用，请稍后用同一请求重试。',
    en: 'Not available at present; repeat the same request later.',
  },
} as const satisfies Record<string, ProblemText>;

export type ApiProblemCode = keyof typeof API_PROBLEMS;
