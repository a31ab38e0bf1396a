import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { COMMENT_LEDGER } from '#persistence/reading/agencies.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { EVALUATION_LIST } from '#persistence/reading/results.js';

/** 意见答复台账, for everybody who sees the evaluation, the evaluated unit above all. */
@Injectable()
export class Ledger {
  constructor(private readonly source: DataSource) {}

  async list(viewer: Viewer, evaluation: string, query: ListQuery) {
    if (!(await readOne(this.source, EVALUATION_LIST, viewer, evaluation))) throw new Problem('NOT_FOUND');
    return readList(this.source, COMMENT_LEDGER, null, { ...query, evaluation });
  }
}
