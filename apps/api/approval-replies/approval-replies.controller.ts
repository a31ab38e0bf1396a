import { Controller, Header } from '@nestjs/common';
import * as routes from '#contracts/api/approval-replies.routes.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { Ask, Serves } from '../http/serves.js';
import { ApprovalReplies } from './approval-replies.js';
import { ReplyIssuer } from './reply-issuer.js';

@Controller()
export class ApprovalRepliesController {
  constructor(
    private readonly replies: ApprovalReplies,
    private readonly issuer: ReplyIssuer,
  ) {}

  @Serves(routes.issueReplies)
  async issue(@Ask() { viewer, key, body }: Ask<typeof routes.issueReplies>) {
    const issued = await this.issuer.issue(viewer, key, body.campaign, body.documents);
    return { replies: await Promise.all(issued.map((id) => this.replies.get(viewer, id))) };
  }

  @Serves(routes.listReplies)
  list(@Ask() { viewer, query }: Ask<typeof routes.listReplies>) {
    return this.replies.list(viewer, query as ListQuery);
  }

  @Serves(routes.getReply)
  get(@Ask() { viewer, params }: Ask<typeof routes.getReply>) {
    return this.replies.get(viewer, params.reply);
  }

  @Serves(routes.listReplyDocuments)
  documents(@Ask() { viewer, params, query }: Ask<typeof routes.listReplyDocuments>) {
    return this.replies.documents(viewer, params.reply, query);
  }

  @Serves(routes.getReplyText)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  text(@Ask() { viewer, params }: Ask<typeof routes.getReplyText>) {
    return this.replies.text(viewer, params.reply);
  }
}
