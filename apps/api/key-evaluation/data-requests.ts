import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dataRequestWorkflowId } from '#contracts/evaluation/data-request.contract.js';
import type { DataRequestAnswer, DataRequestInput } from '#contracts/evaluation/data-request.contract.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { DATA_REQUEST_LIST } from '#persistence/reading/agencies.js';
import { readList } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { Engine } from '#temporal/engine.js';
import { Assignments } from './assignments.js';

/** 资料调取: asked of a workflow, replied by the unit as an obligation. */
@Injectable()
export class DataRequests {
  constructor(
    private readonly source: DataSource,
    private readonly engine: Engine,
    private readonly assignments: Assignments,
  ) {}

  list = (viewer: Viewer, query: ListQuery) => readList(this.source, DATA_REQUEST_LIST, viewer, query);

  async ask(
    viewer: Viewer,
    evaluation: string,
    { items, dueOn }: { readonly items: readonly string[]; readonly dueOn: string },
    key: string,
  ): Promise<DataRequestAnswer> {
    await this.assignments.get(viewer, evaluation, 'data.request');
    const requestId = `${viewer.person}:${key}`;
    const input: DataRequestInput = { evaluation, items, dueOn, actor: viewer.person, requestId };
    return this.engine.run('dataRequest', dataRequestWorkflowId(requestId), input);
  }
}
