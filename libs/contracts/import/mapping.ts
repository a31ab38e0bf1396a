import type { DistrictImport } from './district.schema.js';
import type { FixtureFiles, FixtureProject } from './fixture.schema.js';

type ProjectRow = DistrictImport['projects'][number];

/** The published result of a project; null where nothing was published. */
export const publishedOf = (it: FixtureProject, source: string): NonNullable<ProjectRow['published']> => ({
  score: it.score,
  selfScore: it.self_score,
  grade: it.grade,
  agency: null,
  source,
});

/** Findings, attached to their project where the report does so. */
export const findingsOf = (
  findings: FixtureFiles['findings'],
  projects: FixtureFiles['projects'],
  codeOf: (project: FixtureProject) => string,
): DistrictImport['findings'] => {
  const codes = new Map(projects.map((it) => [it.id, codeOf(it)]));
  return findings.map((it) => ({
    code: it.id,
    project: it.project_id === null ? null : (codes.get(it.project_id) ?? it.project_id),
    kind: it.type,
    number: it.no ?? '',
    text: it.text,
  }));
};
