import { groupBy } from '#domain/group-by.js';
import { RISKS } from '#domain/outlook/ahead.js';
import type { Risk } from '#domain/outlook/ahead.js';
import type { AheadLine } from './ahead-outlook.js';

type Risks = Record<Risk, number>;

/** How many of the obligations run each risk. */
export const countRisks = (lines: readonly Pick<AheadLine, 'risks'>[]): Risks =>
  Object.fromEntries(RISKS.map((risk) => [risk, lines.filter(({ risks }) => risks.includes(risk)).length])) as Risks;

const SHANGHAI_MS = 8 * 3_600_000;
/** The day in Shanghai of an instant (ms); one that ends a day belongs to it. */
const dayOf = (at: number): string => new Date(at - 1 + SHANGHAI_MS).toISOString().slice(0, 10);

/** The days on which an obligation runs a risk. What is late already is late on no day to come. */
const daysOf = ({ of, risks, coming }: AheadLine, risk: Risk): readonly string[] => {
  if (risk === 'overdue' || !risks.includes(risk)) return [];
  if (risk === 'late') return [of.dueOn];
  return [...new Set(coming.filter((it) => it.risk === risk).map(({ at }) => dayOf(at)))];
};

/** Does it run that risk, or any, on the day? */
export const onDay = (line: AheadLine, day: string, risk?: Risk): boolean =>
  (risk === undefined ? RISKS : [risk]).some((it) => daysOf(line, it).includes(day));

/** The days on which anything goes wrong, earliest first. */
export const byDay = (lines: readonly AheadLine[]) => {
  const days = [...new Set(lines.flatMap((line) => RISKS.flatMap((risk) => daysOf(line, risk))))].sort();
  const on = (day: string) => Object.fromEntries(RISKS.map((risk) => [risk, lines.filter((it) => onDay(it, day, risk)).length])) as Risks;
  return days.map((day) => ({ day, risks: on(day) }));
};

/** The stages in which anything goes wrong, by their keys. */
export const byStage = (lines: readonly AheadLine[]) =>
  [...groupBy(lines, ({ of }) => of.stage).values()]
    .map((its) => ({ stage: its[0]!.of.stage, key: its[0]!.of.stageKey, name: its[0]!.of.stageName, risks: countRisks(its) }))
    .filter(({ risks }) => RISKS.some((risk) => risks[risk] > 0))
    .sort((a, b) => (a.key < b.key ? -1 : 1));

/** Whom documents wait for, those with most first. */
export const loadsOf = (lines: readonly AheadLine[]) => {
  const loads = groupBy(
    lines.flatMap(({ loads: its }) => its),
    ({ person }) => person,
  );
  return [...loads]
    .map(([person, its]) => ({
      ...{ person, obligations: its.length, documents: its.reduce((sum, { documents }) => sum + documents, 0) },
      limits: its.filter(({ limitAt }) => limitAt !== null).length,
    }))
    .sort((a, b) => b.documents - a.documents || (a.person < b.person ? -1 : 1));
};
