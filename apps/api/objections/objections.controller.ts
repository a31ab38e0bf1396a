import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import * as routes from '#contracts/api/objections.routes.js';
import { readList } from '#persistence/reading/list.js';
import { OBJECTION_LIST } from '#persistence/reading/objections.js';
import { Ask, Serves } from '../http/serves.js';

/** 异议. Read only: objections and the decisions on them are documents. */
@Controller()
export class ObjectionsController {
  constructor(private readonly source: DataSource) {}

  @Serves(routes.listObjections)
  objections(@Ask() { viewer, query }: Ask<typeof routes.listObjections>) {
    return readList(this.source, OBJECTION_LIST, viewer, query);
  }
}
