import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { replyText } from '#domain/target-filing/approval-reply.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readReplied, REPLY_DOCUMENT_LIST, REPLY_LIST } from '#persistence/reading/approval-replies.js';
import type { ReplyRow } from '#persistence/reading/approval-replies.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';

/** 批复: the letters by which approved targets were replied to. */
@Injectable()
export class ApprovalReplies {
  constructor(private readonly source: DataSource) {}

  list = (viewer: Viewer, query: ListQuery) => readList(this.source, REPLY_LIST, viewer, query);

  async get(viewer: Viewer, id: string): Promise<ReplyRow> {
    const row = await readOne<ReplyRow>(this.source, REPLY_LIST, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  async documents(viewer: Viewer, id: string, query: ListQuery) {
    await this.get(viewer, id);
    return readList(this.source, REPLY_DOCUMENT_LIST, viewer, { ...query, reply: id });
  }

  async text(viewer: Viewer, id: string): Promise<string> {
    const { number, issuer, issuedOn, departmentName: department, year } = await this.get(viewer, id);
    const targets = await readReplied(this.source, viewer, id);
    return replyText({ number, issuer, issuedOn, department, targets, fiscalYear: targets[0]?.fiscalYear ?? year });
  }
}
