import type { DataSource } from 'typeorm';
import type { DataReplyContent } from '#domain/key-evaluation/content.js';
import { replyProblems } from '#domain/key-evaluation/data-reply.js';
import { DataRequestRepository } from '#persistence/campaign/data-request.repository.js';
import { gatesOf } from '../submission/gates.js';
import type { Judge, Submitted } from '../submission/gates.js';
import { notAccepted } from './not-accepted.js';
import type { Answer } from './not-accepted.js';

const judgeReply: Judge<Submitted, readonly string[], Answer> = ({ id, content }, items) =>
  notAccepted(id, replyProblems(items, content as DataReplyContent));

/** A reply to a request for data answers every item. */
export const replyGate = (source: DataSource) =>
  gatesOf({ 'data-reply': judgeReply }, async (_, documents: readonly Submitted[]) => {
    const requests = documents.flatMap(({ subject }) => subject ?? []);
    const items = await new DataRequestRepository().items(source.manager, requests);
    return ({ subject }) => items.get(subject ?? '') ?? [];
  });
