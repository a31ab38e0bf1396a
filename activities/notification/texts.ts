import type { NoticeKind } from '#domain/obligation/transition.js';

export type Language = 'zh' | 'en';

type Texts = Readonly<Record<Language, string>>;

/** Kinds of notice beside those of obligations. */
type OtherKind =
  | 'reopened'
  | 'objection-decided'
  | 'organisation-changed'
  | 'agency-replaced'
  | 'calendar-changed'
  | 'mentioned'
  | 'replied'
  | 'approval-reply-issued'
  | 'linkage-document-issued';

/** What each kind of notice says, in the order of urgency: the first kind of a digest gives it its subject. */
export const KIND_TEXTS: Readonly<Record<NoticeKind | OtherKind, Texts>> = {
  circulation: { zh: '通报', en: 'Notice of circulation' },
  escalation: { zh: '督办', en: 'Escalation' },
  overdue: { zh: '逾期催办', en: 'Overdue' },
  reopened: { zh: '整改复核未通过', en: 'Rectification not confirmed on site' },
  'objection-decided': { zh: '异议处理决定', en: 'Objection decided' },
  returned: { zh: '退回修改', en: 'Returned for correction' },
  'deadline-moved': { zh: '期限调整', en: 'Deadline moved' },
  'calendar-changed': { zh: '日历调整', en: 'Calendar changed' },
  'organisation-changed': { zh: '机构或项目变动', en: 'Change of unit or project' },
  'agency-replaced': { zh: '改派第三方机构', en: 'Agency replaced' },
  'extension-decided': { zh: '延期审批结果', en: 'Extension decided' },
  'extension-asked': { zh: '延期申请待审批', en: 'Extension asked for' },
  'review-due': { zh: '待审核', en: 'To be reviewed' },
  reminder: { zh: '到期提醒', en: 'Reminder' },
  assigned: { zh: '转交办理', en: 'Assigned to you' },
  opened: { zh: '新任务', en: 'New task' },
  mentioned: { zh: '批注中提到您', en: 'You are mentioned in a comment' },
  replied: { zh: '批注有回复', en: 'Your comment was answered' },
  'approval-reply-issued': { zh: '绩效目标批复', en: 'Approval reply issued' },
  'linkage-document-issued': { zh: '绩效结果应用通知', en: 'Budget linkage letter issued' },
  decided: { zh: '办结', en: 'Decided' },
  cancelled: { zh: '撤销', en: 'Cancelled' },
};

const KINDS = Object.keys(KIND_TEXTS);

/** Lower is more urgent; what is not known comes last. */
export const urgencyOf = (kind: string): number => (KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length);

const OTHER: Texts = { zh: '通知', en: 'Notice' };

export const kindText = (kind: string, language: Language): string =>
  (Object.hasOwn(KIND_TEXTS, kind) ? KIND_TEXTS[kind as keyof typeof KIND_TEXTS] : OTHER)[language];

/** `left` working days to the due day; negative when it has passed; null where the calendar does not reach. */
export const byWhen = (dueOn: string | null, left: number | null, language: Language): string => {
  if (dueOn === null) return '';
  const [, month, day] = dueOn.split('-').map(Number) as [number, number, number];
  const n = Math.abs(left ?? 0);
  if (language === 'en') {
    const rest =
      left === null
        ? ''
        : left === 0
          ? ' (today)'
          : left > 0
            ? ` (${String(n)} working days left)`
            : ` (${String(n)} working days overdue)`;
    return `due ${dueOn}${rest}`;
  }
  const rest =
    left === null ? '' : left === 0 ? '（今日到期）' : left > 0 ? `（还有${String(n)}个工作日）` : `（已逾期${String(n)}个工作日）`;
  return `${String(month)}月${String(day)}日前${rest}`;
};

export interface Phrases {
  readonly greeting: (name: string) => string;
  readonly more: (count: number) => string;
  readonly documents: (count: number) => string;
  readonly reason: string;
  readonly footer: string;
  readonly product: string;
}

export const PHRASES: Readonly<Record<Language, Phrases>> = {
  zh: {
    greeting: (name) => `${name}，您好：`,
    more: (count) => `等${String(count)}项`,
    documents: (count) => `${String(count)}份`,
    reason: '原因',
    footer: '本邮件由系统自动发送，请勿直接回复。办理请点击链接登录系统。',
    product: '绩衡',
  },
  en: {
    greeting: (name) => `Dear ${name},`,
    more: (count) => `and ${String(count - 1)} more`,
    documents: (count) => `${String(count)} documents`,
    reason: 'Reason',
    footer: 'This message was sent automatically; please do not reply. Follow a link to act.',
    product: 'Jiheng',
  },
};
