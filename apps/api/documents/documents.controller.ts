import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/documents.routes.js';
import { checkDraft, getFindings } from '#contracts/api/draft-check.routes.js';
import { remindOwing } from '#contracts/api/reminders.routes.js';
import { given } from '../http/given.js';
import { Ask, Serves } from '../http/serves.js';
import { Documents } from './documents.js';
import { DraftCheck } from './draft-check.js';
import { Transitions } from './transitions.js';

@Controller()
export class DocumentsController {
  constructor(
    private readonly documents: Documents,
    private readonly transitions: Transitions,
    private readonly drafts: DraftCheck,
  ) {}

  @Serves(routes.listDocuments)
  list(@Ask() { viewer, query }: Ask<typeof routes.listDocuments>) {
    return this.documents.list(viewer, query);
  }

  @Serves(routes.getDocument)
  get(@Ask() { viewer, params }: Ask<typeof routes.getDocument>) {
    return this.documents.get(viewer, params.document);
  }

  @Serves(routes.saveContent)
  save(@Ask() { viewer, params, version, body }: Ask<typeof routes.saveContent>) {
    return this.documents.save(viewer, params.document, version, body);
  }

  @Serves(checkDraft)
  check(@Ask() { viewer, params, body }: Ask<typeof checkDraft>) {
    return this.drafts.check(viewer, params.document, body);
  }

  @Serves(getFindings)
  findings(@Ask() { viewer, params }: Ask<typeof getFindings>) {
    return this.drafts.checkStored(viewer, params.document);
  }

  @Serves(routes.submit)
  submit(@Ask() { viewer, key, body }: Ask<typeof routes.submit>) {
    return this.transitions.ask({ name: 'submit', action: 'documents.submit', viewer, key, documents: body.documents, fields: {} });
  }

  @Serves(routes.withdraw)
  withdraw(@Ask() { viewer, key, body }: Ask<typeof routes.withdraw>) {
    return this.transitions.ask({ name: 'withdraw', action: 'documents.submit', viewer, key, documents: body.documents, fields: {} });
  }

  @Serves(routes.review)
  review(@Ask() { viewer, key, body: { documents, reasons, ...it } }: Ask<typeof routes.review>) {
    const fields = { ...given(it), ...(reasons === undefined ? {} : { reasons: reasons.map(given) }) };
    return this.transitions.ask({ name: 'review', action: 'documents.review', viewer, key, documents, fields });
  }

  @Serves(routes.transfer)
  async transfer(@Ask() { viewer, key, body: { documents, ...fields } }: Ask<typeof routes.transfer>) {
    await this.transitions.mustBeColleague(documents, fields.to);
    return this.transitions.ask({ name: 'transfer', action: 'documents.transfer', viewer, key, documents, fields });
  }

  @Serves(routes.addReviewer)
  async addReviewer(@Ask() { viewer, key, body: { documents, ...it } }: Ask<typeof routes.addReviewer>) {
    await this.transitions.mustBeColleague(documents, it.person);
    return this.transitions.ask({ name: 'addReviewer', action: 'documents.review', viewer, key, documents, fields: given(it) });
  }

  @Serves(routes.remind)
  remind(@Ask() { viewer, key, body }: Ask<typeof routes.remind>) {
    return this.transitions.ask({ name: 'remind', action: 'documents.remind', viewer, key, documents: body.documents, fields: {} });
  }

  @Serves(remindOwing)
  remindOwing(@Ask() { viewer, params, key, body }: Ask<typeof remindOwing>) {
    return this.transitions.remindOwing(viewer, params.campaign, body, key);
  }

  @Serves(routes.cancel)
  cancel(@Ask() { viewer, key, body: { documents, reason } }: Ask<typeof routes.cancel>) {
    return this.transitions.ask({ name: 'cancel', action: 'documents.cancel', viewer, key, documents, fields: { reason } });
  }
}
