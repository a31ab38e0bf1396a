import type { HappeningLine, Outcome } from './outcome.js';

const WHAT: Readonly<Record<string, string>> = {
  'campaign-launched': '启动',
  'campaign-closed': '年度结束',
  'stage-opened': '阶段开启',
  'stage-closed': '阶段关闭',
  open: '下达',
  submit: '申报',
  withdraw: '撤回',
  review: '审核',
  rung: '提醒',
  limit: '审核时限到',
  silence: '逾期视为',
  requestExtension: '申请延期',
  decideExtension: '延期审批',
  moveDeadline: '调整期限',
  cancel: '取消',
  remind: '催办',
  adjustBudget: '预算调整',
  reschedule: '调整计划',
  pause: '暂停',
  resume: '恢复',
  addUnits: '增补单位',
  addProjects: '新增项目',
  closeStage: '提前结束',
  recalendar: '更新日历',
  transfer: '转办',
  addReviewer: '加签',
  handover: '交接',
  reseat: '人员变动',
  delegate: '委托',
  endDelegation: '结束委托',
  'spot-check-frozen': '抽查名单冻结',
  'spot-check-drawn': '抽查抽样',
  'recheck-drawn': '整改复核抽样',
  'second-round': '二次监控',
  'execution-fed': '执行数导入',
};

const VERDICTS: Readonly<Record<string, string>> = { approve: '通过', return: '退回', reject: '不予通过' };

const say = ({ what, detail }: HappeningLine): string => {
  const { verdict, rung, dueOn, grant, meaning } = detail as Readonly<Record<string, string | number | boolean | undefined>>;
  const name = WHAT[what] ?? what;
  if (verdict !== undefined) return `${name}：${VERDICTS[String(verdict)] ?? String(verdict)}`;
  if (rung !== undefined) return `${Number(rung) > 0 ? '逾期' : ''}${name}（${Number(rung) > 0 ? '+' : ''}${String(rung)}个工作日）`;
  if (grant !== undefined) return `${name}：${grant === true ? '同意' : '不同意'}，至${String(dueOn)}`;
  if (meaning !== undefined) return `${name}${meaning === 'consent' ? '同意' : '已处理'}`;
  return dueOn === undefined ? name : `${name}，期限${String(dueOn)}`;
};

const line = (it: HappeningLine): string => `${it.at}  ${say(it)}  ${it.about}${it.actor === null ? '' : `  ${it.actor}`}`;

/** What stands at one minute alike stands once, with its number. */
export const foldedLines = (lines: readonly HappeningLine[]): readonly (HappeningLine & { readonly times: number })[] => {
  const folded = new Map<string, HappeningLine & { readonly times: number }>();
  for (const it of lines) folded.set(line(it), { ...(folded.get(line(it)) ?? it), times: (folded.get(line(it))?.times ?? 0) + 1 });
  return [...folded.values()];
};

export const folded = (lines: readonly HappeningLine[]): string[] =>
  foldedLines(lines).map((it) => (it.times === 1 ? line(it) : `${line(it)}  ×${String(it.times)}`));

/** The whole year for a person to read: timeline, table of projects, open items, mails. */
export const asText = (outcome: Outcome): string => {
  const evaluated = outcome.projects.filter(({ score, publishedScore }) => score !== null || publishedScore !== null);
  const table = evaluated.map(
    ({ code, name, score, grade, publishedScore, publishedGrade, agrees }) =>
      `${agrees === false ? '✗' : agrees === null ? ' ' : '✓'} ${code}  ${score ?? '—'} ${grade ?? '—'}${publishedGrade === null ? '' : `  公布 ${publishedScore ?? ''} ${publishedGrade}`}  ${name}`,
  );
  const grades = Object.entries(outcome.grades).map(([grade, count]) => `${String(count)} ${grade}`);
  return [
    `${outcome.title} 年度演练`,
    '',
    ...folded(outcome.timeline),
    '',
    '重点评价结果',
    ...table,
    grades.join('，'),
    '',
    outcome.openItems.length === 0 ? '未了事项：无' : ['未了事项：', ...outcome.openItems].join('\n'),
    `邮件：${String(outcome.mails.length)} 封（仅记录，未发出）`,
    `用时 ${String(outcome.seconds)} 秒`,
  ].join('\n');
};
