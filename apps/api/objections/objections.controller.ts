import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import * as routes from '#contracts/api/objections.routes.js';
import { readList } from '#persistence/reading/list.js';
import { OBJECTION_LIST } from '#persistence/reading/objections.js';
import { Ask, Serves } from '../http/serves.js';
import { ObjectedTo } from './objected-to.js';

/** 异议. Read only: objections and the decisions on them are documents. */
@Controller()
export class ObjectionsController {
  constructor(
    private readonly source: DataSource,
    private readonly objectedTo: ObjectedTo,
  ) {}

  @Serves(routes.listObjections)
  objections(@Ask() { viewer, query }: Ask<typeof routes.listObjections>) {
    return readList(this.source, OBJECTION_LIST, viewer, query);
  }

  @Serves(routes.getObjectedTo)
  about(@Ask() { viewer, params }: Ask<typeof routes.getObjectedTo>) {
    return this.objectedTo.of(viewer, params.document);
  }
}
