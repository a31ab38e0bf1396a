import { defineWords } from '../../words/words.js';

/** How a state looks: one tone and one sign each, the same everywhere; colour never speaks alone. */
export type Tone = 'quiet' | 'act' | 'warn' | 'overdue' | 'done';

/** Every state that a person meets, in one table. */
const STATES = {
  draft: { zh: '未启动', en: 'Not launched', tone: 'quiet', sign: '○' },
  planned: { zh: '未开始', en: 'Not begun', tone: 'quiet', sign: '○' },
  running: { zh: '进行中', en: 'Running', tone: 'act', sign: '▶' },
  paused: { zh: '已暂停', en: 'Paused', tone: 'warn', sign: '‖' },
  open: { zh: '填报中', en: 'To be filed', tone: 'act', sign: '✎' },
  returned: { zh: '已退回', en: 'Returned', tone: 'warn', sign: '↩' },
  'in-review': { zh: '待审核', en: 'In review', tone: 'act', sign: '◔' },
  approved: { zh: '已通过', en: 'Approved', tone: 'done', sign: '✓' },
  replied: { zh: '已批复', en: 'Replied', tone: 'done', sign: '✓' },
  rejected: { zh: '不通过', en: 'Rejected', tone: 'overdue', sign: '✕' },
  cancelled: { zh: '已取消', en: 'Cancelled', tone: 'quiet', sign: '—' },
  consented: { zh: '视为同意', en: 'Silence is consent', tone: 'done', sign: '✓' },
  lapsed: { zh: '已失效', en: 'Lapsed', tone: 'quiet', sign: '—' },
  closed: { zh: '已结束', en: 'Closed', tone: 'done', sign: '✓' },
  overdue: { zh: '已逾期', en: 'Overdue', tone: 'overdue', sign: '!' },
  rectifying: { zh: '整改中', en: 'Under rectification', tone: 'warn', sign: '◔' },
  struckOff: { zh: '已销号', en: 'Struck off', tone: 'done', sign: '✓' },
  red: { zh: '红色预警', en: 'Red warning', tone: 'overdue', sign: '▲' },
  yellow: { zh: '黄色预警', en: 'Yellow warning', tone: 'warn', sign: '△' },
  green: { zh: '正常', en: 'Normal', tone: 'done', sign: '●' },
  blue: { zh: '蓝色提示', en: 'Blue notice', tone: 'act', sign: '◆' },
  undecided: { zh: '无法判定', en: 'Undecided', tone: 'quiet', sign: '?' },
  informed: { zh: '仅提示', en: 'For information', tone: 'quiet', sign: 'i' },
  toAnswer: { zh: '待答复', en: 'To be answered', tone: 'act', sign: '✎' },
  answered: { zh: '已答复', en: 'Answered', tone: 'done', sign: '✓' },
  toSettle: { zh: '待落实', en: 'To be done', tone: 'act', sign: '◔' },
  settled: { zh: '已落实', en: 'Done', tone: 'done', sign: '✓' },
  plan: { zh: '制定方案', en: 'Plan under way', tone: 'act', sign: '▶' },
  drafting: { zh: '撰写初稿', en: 'Draft under way', tone: 'act', sign: '▶' },
  designing: { zh: '设计中', en: 'Being drawn up', tone: 'act', sign: '✎' },
  comment: { zh: '征求意见', en: 'Comment window', tone: 'act', sign: '◔' },
  final: { zh: '完成报告', en: 'Final report', tone: 'act', sign: '▶' },
  accepted: { zh: '已验收', en: 'Accepted', tone: 'done', sign: '✓' },
  abandoned: { zh: '已终止', en: 'Abandoned', tone: 'quiet', sign: '—' },
  untrue: { zh: '自评失实', en: 'Untrue self-score', tone: 'overdue', sign: '!' },
  done: { zh: '已完成', en: 'Done', tone: 'done', sign: '✓' },
  failed: { zh: '未走完', en: 'Failed', tone: 'overdue', sign: '✕' },
  interrupted: { zh: '已中断', en: 'Interrupted', tone: 'warn', sign: '‖' },
  consistent: { zh: '相符', en: 'Within tolerance', tone: 'done', sign: '✓' },
} as const satisfies Record<string, { zh: string; en: string; tone: Tone; sign: string }>;

export type State = keyof typeof STATES;

export const isState = (it: string): it is State => Object.hasOwn(STATES, it);

export const toneOf = (state: State): Tone => STATES[state].tone;
export const signOf = (state: State): string => STATES[state].sign;

type Names = Record<State, string>;
const named = (language: 'zh' | 'en'): Names => Object.fromEntries(Object.entries(STATES).map(([key, it]) => [key, it[language]])) as Names;

export const STATE_WORDS = defineWords('states', named('zh'), named('en'));
