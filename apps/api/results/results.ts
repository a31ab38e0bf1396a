import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import * as lists from '#persistence/reading/results.js';

/** Projects, and what the stages found out about them. Read only. */
@Injectable()
export class Results {
  constructor(private readonly source: DataSource) {}

  projects = (viewer: Viewer, query: ListQuery) => readList(this.source, lists.PROJECT_LIST, viewer, query);
  warnings = (viewer: Viewer, query: ListQuery) => readList(this.source, lists.WARNING_LIST, viewer, query);
  evaluations = (viewer: Viewer, query: ListQuery) => readList(this.source, lists.EVALUATION_LIST, viewer, query);
  findings = (viewer: Viewer, query: ListQuery) => readList(this.source, lists.FINDING_LIST, viewer, query);
  notices = (viewer: Viewer, query: ListQuery) => readList(this.source, lists.NOTICE_LIST, viewer, query);
  results = (viewer: Viewer, query: ListQuery) => readList(this.source, lists.RESULT_LIST, viewer, query);

  async project(viewer: Viewer, id: string) {
    const row = await readOne(this.source, lists.WHOLE_PROJECT, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }
}
