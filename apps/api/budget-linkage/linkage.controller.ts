import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import * as routes from '#contracts/api/linkage.routes.js';
import { LINKAGE_FOLLOW_UP, LINKAGE_LIST } from '#persistence/reading/linkage.js';
import { readList } from '#persistence/reading/list.js';
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

  @Serves(routes.listLinkageFollowUp)
  followUp(@Ask() { viewer, query }: Ask<typeof routes.listLinkageFollowUp>) {
    return readList(this.source, LINKAGE_FOLLOW_UP, viewer, query);
  }

  @Serves(routes.linkageWhatIf)
  whatIf(@Ask() { viewer, params, body }: Ask<typeof routes.linkageWhatIf>) {
    return this.whatIfs.of(viewer, params.campaign, body);
  }
}
