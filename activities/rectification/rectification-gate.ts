import type { DataSource } from 'typeorm';
import type { FieldError, ProblemCode } from '#contracts/errors/problem.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { remainderProblem } from '#domain/rectification/close-out.js';
import type { RectificationContent } from '#domain/rectification/content.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { gatesOf } from '../submission/gates.js';
import type { Judge, Submitted } from '../submission/gates.js';

interface Answer {
  readonly document: string;
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
}

interface Known {
  readonly calendar: Calendar;
  readonly dueOn: string;
}

const judge: Judge<Submitted, Known, Answer> = ({ id, content }, { calendar, dueOn }) => {
  const { remaining } = content as RectificationContent;
  const problem = remaining && remainderProblem(calendar, remaining.by, dueOn);
  return problem ? { document: id, code: 'NOT_ACCEPTED', errors: [{ path: 'remaining.by', code: 'remainder-day', ...problem }] } : null;
};

/** 部分完成: the day for what is left can be owed by. */
export const rectificationGate = (source: DataSource) =>
  gatesOf({ 'rectification-item': judge }, async (campaign, documents: readonly Submitted[]) => {
    const { calendar } = await new CampaignRepository().campaign(source.manager, campaign);
    const rows: { id: string; dueOn: string }[] = await source.query(
      'select d.id, o.due_on::text as "dueOn" from document d join obligation o on o.id = d.obligation_id where d.id = any ($1)',
      [documents.map(({ id }) => id)],
    );
    const due = new Map(rows.map(({ id, dueOn }) => [id, dueOn]));
    return ({ id }) => ({ calendar, dueOn: due.get(id)! });
  });
