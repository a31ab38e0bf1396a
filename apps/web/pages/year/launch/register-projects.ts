import { useState } from 'react';
import { api, once } from '../../../api/client.js';
import { useEverything } from '../../../api/everything.js';
import { PAGES } from '../../../api/pages.js';
import { isProblem, sentenceOf } from '../../../api/problem.js';
import { useRefresh } from '../../../api/refresh.js';
import type { Campaign } from '../../../app/year/year.js';
import { language } from '../../../words/language.js';
import { attributeOf, classOf } from './project-rows.js';
import type { ProjectRow } from './project-rows.js';

export interface RefusedProject {
  readonly row: ProjectRow;
  readonly why: string;
}

export interface Registered {
  readonly done: number;
  readonly refused: readonly RefusedProject[];
}

/** What is wrong with the row, field by field where the refusal says so. */
const reasonOf = (error: unknown): string =>
  isProblem(error) && error.errors && error.errors.length > 0 ? error.errors.map((it) => it[language()]).join('；') : sentenceOf(error);

/** Units of the district by their code, those that are dissolved left out; undefined while they are read. */
const useUnits = (district: string): ReadonlyMap<string, string> | undefined => {
  const query = { district, limit: 500, sort: 'code' as const };
  const list = useEverything(api.useInfiniteQuery('get', '/api/v1/units', { params: { query } }, PAGES));
  if (list.isFirst || list.hasMore) return undefined;
  return new Map(list.rows.filter(({ dissolvedOn }) => dissolvedOn === null).map(({ code, id }) => [code, id]));
};

/** Registers one row after the other; what is refused is answered with its reason, the others are registered. */
export const useRegister = ({ district, fiscalYear }: Campaign, unknownUnit: (code: string) => string) => {
  const units = useUnits(district);
  const refresh = useRefresh();
  const add = api.useMutation('post', '/api/v1/projects');
  const [at, setAt] = useState<number | null>(null);
  const one = async (row: ProjectRow, source: string): Promise<string | null> => {
    const unit = units?.get(row.unit);
    if (unit === undefined) return unknownUnit(row.unit);
    const { code, name, budget } = row;
    const body = { code, name, budget, source, unit, fiscalYear, class: classOf(row), attribute: attributeOf(row) };
    try {
      await add.mutateAsync({ params: { header: once() }, body });
      return null;
    } catch (error) {
      return reasonOf(error);
    }
  };
  const register = async (rows: readonly ProjectRow[], source: string): Promise<Registered> => {
    const refused: RefusedProject[] = [];
    for (const [index, row] of rows.entries()) {
      setAt(index);
      const why = await one(row, source);
      if (why !== null) refused.push({ row, why });
    }
    setAt(null);
    await refresh('/api/v1/projects', '/api/v1/campaigns');
    return { done: rows.length - refused.length, refused };
  };
  return { register, at, isReady: units !== undefined };
};
