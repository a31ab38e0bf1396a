import { Controller, Header } from '@nestjs/common';
import { DataSource } from 'typeorm';
import * as letters from '#contracts/api/linkage-documents.routes.js';
import * as routes from '#contracts/api/linkage.routes.js';
import { Problem } from '#contracts/errors/problem.js';
import type { Viewer } from '#persistence/access/viewer.js';
import {
  LINKAGE_COMMENTS,
  LINKAGE_DOCUMENT_LIST,
  LINKAGE_DOCUMENT_TEXT,
  LINKAGE_FOLLOW_UP,
  LINKAGE_LIST,
} from '#persistence/reading/linkage.js';
import { readList, readOne } from '#persistence/reading/list.js';
import { Ask, Serves } from '../http/serves.js';
import { WhatIfs } from './what-ifs.js';

/** 结果应用: what was proposed, decided and really budgeted, and what another table would make of it. Nothing is written here. */
@Controller()
export class LinkageController {
  constructor(
    private readonly source: DataSource,
    private readonly whatIfs: WhatIfs,
  ) {}

  @Serves(routes.listLinkage)
  list(@Ask() { viewer, query }: Ask<typeof routes.listLinkage>) {
    return readList(this.source, LINKAGE_LIST, viewer, query);
  }

  @Serves(routes.listLinkageComments)
  comments(@Ask() { viewer, query }: Ask<typeof routes.listLinkageComments>) {
    return readList(this.source, LINKAGE_COMMENTS, viewer, query);
  }

  @Serves(routes.listLinkageFollowUp)
  followUp(@Ask() { viewer, query }: Ask<typeof routes.listLinkageFollowUp>) {
    return readList(this.source, LINKAGE_FOLLOW_UP, viewer, query);
  }

  @Serves(routes.linkageWhatIf)
  whatIf(@Ask() { viewer, params, body }: Ask<typeof routes.linkageWhatIf>) {
    return this.whatIfs.of(viewer, params.campaign, body);
  }

  @Serves(letters.listLinkageDocuments)
  documents(@Ask() { viewer, query }: Ask<typeof letters.listLinkageDocuments>) {
    return readList(this.source, LINKAGE_DOCUMENT_LIST, viewer, query);
  }

  @Serves(letters.getLinkageDocument)
  document(@Ask() { viewer, params }: Ask<typeof letters.getLinkageDocument>) {
    return this.letter(viewer, LINKAGE_DOCUMENT_LIST, params.letter);
  }

  @Serves(letters.getLinkageDocumentText)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  async text(@Ask() { viewer, params }: Ask<typeof letters.getLinkageDocumentText>) {
    return (await this.letter<{ text: string }>(viewer, LINKAGE_DOCUMENT_TEXT, params.letter)).text;
  }

  private async letter<T>(viewer: Viewer, spec: typeof LINKAGE_DOCUMENT_TEXT, id: string): Promise<T> {
    const row = await readOne<T>(this.source, spec, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }
}
