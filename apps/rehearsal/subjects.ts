import type { DataSource } from 'typeorm';
import type { Subject } from './cast/contents.js';
import type { Script } from './script.js';

interface Row {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly class: string;
  readonly budget: string;
}

/** Findings that a report states for all projects together are shared out among them in turn, two to each. */
const problemsOf = ({ district }: Script, place: number, code: string): readonly string[] => {
  const problems = district.findings.filter(({ kind }) => kind.includes('problem'));
  const own = problems.filter(({ project }) => project === code);
  const general = problems.filter(({ project }) => project === null);
  if (own.length > 0) return own.map(({ text }) => text);
  if (general.length === 0) return ['满意度调查样本代表性不足'];
  return [0, 1].map((i) => general[(place * 2 + i) % general.length]!.text);
};

/** What the actors know of each project, by its id. */
export async function subjectsOf(source: DataSource, campaign: string, script: Script): Promise<ReadonlyMap<string, Subject>> {
  const rows: Row[] = await source.query(
    `select p.id, p.code, p.name, p.class, coalesce(p.initial_budget, p.approved_budget, 0)::text as budget
     from project p join campaign c on c.district_id = p.district_id and c.fiscal_year = p.fiscal_year where c.id = $1 order by p.code`,
    [campaign],
  );
  const published = new Map(script.district.projects.map((it) => [it.code, it.published]));
  return new Map(
    rows.map(({ id, ...project }, place) => [
      id,
      {
        title: project.name,
        project,
        publishedScore: published.get(project.code)?.score ?? null,
        problems: problemsOf(script, place, project.code),
        place,
      },
    ]),
  );
}
