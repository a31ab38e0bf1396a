import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import * as routes from '#contracts/api/rectification.routes.js';
import { readList } from '#persistence/reading/list.js';
import { RECHECK_LIST, RECTIFICATION_REPORTS, RECTIFICATION_TOTALS, sumRectification } from '#persistence/reading/rectification.js';
import { RECTIFICATION_ITEMS } from '#persistence/reading/rectification-items.js';
import { Ask, Serves } from '../http/serves.js';

/** 整改台账 and its totals. Read only: reports are documents, and what is accepted of them the obligation decides. */
@Controller()
export class RectificationController {
  constructor(private readonly source: DataSource) {}

  @Serves(routes.listRectificationTotals)
  totals(@Ask() { viewer, query }: Ask<typeof routes.listRectificationTotals>) {
    return readList(this.source, RECTIFICATION_TOTALS, viewer, query);
  }

  @Serves(routes.sumRectification)
  sum(@Ask() { viewer, params }: Ask<typeof routes.sumRectification>) {
    return sumRectification(this.source, viewer, params.campaign);
  }

  @Serves(routes.listRectificationReports)
  reports(@Ask() { viewer, query }: Ask<typeof routes.listRectificationReports>) {
    return readList(this.source, RECTIFICATION_REPORTS, viewer, query);
  }

  @Serves(routes.listRectificationItems)
  items(@Ask() { viewer, query }: Ask<typeof routes.listRectificationItems>) {
    return readList(this.source, RECTIFICATION_ITEMS, viewer, query);
  }

  @Serves(routes.listRechecks)
  rechecks(@Ask() { viewer, query }: Ask<typeof routes.listRechecks>) {
    return readList(this.source, RECHECK_LIST, viewer, query);
  }
}
