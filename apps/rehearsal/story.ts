import { folded } from './as-text.js';
import type { MailLine, Outcome } from './outcome.js';

/** Subject, the reasons that the letter quotes, and when it left if that was later. */
const letter = ({ at, to, subject, body, sentAt }: MailLine): string => {
  const reasons = [...new Set([...body.matchAll(/^ {3}(原因：.+)$/gm)].map(([, reason]) => reason!))];
  return [`${at}  ✉ ${to}  ${subject}`, ...reasons, ...(sentAt === at ? [] : [`（${sentAt ?? '未'}寄出）`])].join('  ');
};

/** What happened and which letters went, in an order that does not depend on chance: two rehearsals of one script tell the same story. */
export const storyOf = ({ timeline, mails, openItems }: Outcome): string => {
  const lines = [...folded(timeline), ...mails.map(letter)].sort();
  return `${[...lines, openItems.length === 0 ? '未了事项：无' : openItems.join('\n')].join('\n')}\n`;
};
