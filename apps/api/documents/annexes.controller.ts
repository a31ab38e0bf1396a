import { Controller, Req } from '@nestjs/common';
import type { Readable } from 'node:stream';
import * as attachments from '#contracts/api/attachments.routes.js';
import * as comments from '#contracts/api/comments.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Attachments } from './attachments.js';
import { Comments } from './comments.js';

/** What hangs on a document beside its content: files and comments. */
@Controller()
export class AnnexesController {
  constructor(
    private readonly attachments: Attachments,
    private readonly comments: Comments,
  ) {}

  @Serves(attachments.listAttachments)
  list(@Ask() { viewer, params, query }: Ask<typeof attachments.listAttachments>) {
    return this.attachments.list(viewer, params.document, query);
  }

  @Serves(attachments.attachFile)
  attach(@Ask() { viewer, params, query }: Ask<typeof attachments.attachFile>, @Req() file: Readable) {
    return this.attachments.attach(viewer, params.document, query, file);
  }

  @Serves(attachments.detachFile)
  detach(@Ask() { viewer, params }: Ask<typeof attachments.detachFile>) {
    return this.attachments.detach(viewer, params.document, params.attachment);
  }

  @Serves(attachments.downloadFile)
  download(@Ask() { viewer, params }: Ask<typeof attachments.downloadFile>) {
    return this.attachments.download(viewer, params.document, params.attachment);
  }

  @Serves(comments.listComments)
  said(@Ask() { viewer, params, query }: Ask<typeof comments.listComments>) {
    return this.comments.list(viewer, params.document, query);
  }

  @Serves(comments.addComment)
  say(@Ask() { viewer, params, key, body }: Ask<typeof comments.addComment>) {
    return this.comments.add(viewer, params.document, key, body);
  }

  @Serves(comments.resolveComment)
  resolve(@Ask() { viewer, params, body }: Ask<typeof comments.resolveComment>) {
    return this.comments.resolve(viewer, params.document, params.comment, body.resolved);
  }
}
