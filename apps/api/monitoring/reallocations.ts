import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { reallocate } from '#domain/monitoring/reallocation.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readOne } from '#persistence/reading/list.js';
import { PROJECT_LIST } from '#persistence/reading/results.js';

/** What is moved, to whom, and the receiving project's budget afterwards; yuan. */
export interface Moved {
  readonly to: string;
  readonly amount: string;
  readonly budget: string;
}

interface Budgeted {
  readonly id: string;
  readonly district: string;
  readonly fiscalYear: number;
  readonly status: string;
  readonly initialBudget: string | null;
  readonly approvedBudget: string | null;
  readonly adjustedBudget: string | null;
}

const field = (path: string, code: string, zh: string, en: string) => new Problem('NOT_ACCEPTED', {}, [{ path, code, zh, en }]);

const inForce = ({ adjustedBudget, approvedBudget, initialBudget }: Budgeted): string =>
  adjustedBudget ?? approvedBudget ?? initialBudget ?? '0.00';

/** 收回调剂: idle funds of one project are another's. Reckoned from the budgets in force; both change once their targets are approved anew. */
@Injectable()
export class Reallocations {
  constructor(private readonly source: DataSource) {}

  /** @throws Problem NOT_ACCEPTED with the field that is missing or wrong */
  async of(
    viewer: Viewer,
    { id, project }: { readonly id: string; readonly project: string },
    { amount, to }: { readonly amount?: string | undefined; readonly to?: string | undefined },
  ): Promise<Moved> {
    if (amount === undefined)
      throw field('body.amount', 'amount-needed', '调剂须给出本项目调剂后的预算数', 'what the project keeps is needed');
    const giving = await this.project(viewer, project);
    const receiving = to === undefined ? null : await this.project(viewer, to);
    const fits = receiving?.status === 'active' && receiving.id !== project && receiving.fiscalYear === giving?.fiscalYear;
    if (!giving || !receiving || !fits)
      throw field('body.to', 'receiver-needed', '请指明同年度另一个在执行的项目', 'another active project of the same year is needed');
    await this.mustBeSettled(id, { 'body.amount': project, 'body.to': receiving.id });
    const done = reallocate({ from: inForce(giving), keeps: amount, to: inForce(receiving) });
    if ('problem' in done) throw field('body.amount', 'nothing-moved', done.problem.zh, done.problem.en);
    return { to: receiving.id, amount: done.moved, budget: done.to };
  }

  /** Of a project whose budget is about to change the budget in force says nothing; this order's own adjustments, asked again, are no hindrance. */
  private async mustBeSettled(disposal: string, projects: Readonly<Record<string, string>>): Promise<void> {
    const rows: { project: string }[] = await this.source.query(
      `select b.project_id as project from budget_adjustment b join obligation o on o.id = b.obligation_id
       where b.project_id = any ($1) and b.applied_at is null and o.status = 'open' and b.request_id <> all ($2)`,
      [Object.values(projects), [`disposal/${disposal}`, `disposal/${disposal}/to`]],
    );
    const [path] = Object.entries(projects).find(([, id]) => rows.some(({ project }) => project === id)) ?? [];
    if (path === undefined) return;
    throw field(
      path,
      'adjustment-pending',
      '该项目另有预算调整尚未批复，请先办结',
      'another adjustment of this budget is not approved yet',
    );
  }

  private project(viewer: Viewer, id: string): Promise<Budgeted | null> {
    return readOne<Budgeted>(this.source, { ...PROJECT_LIST, action: 'budgets.adjust' }, viewer, id);
  }
}
