import type { z } from 'zod';
import { warnSchema } from '#contracts/rules/warn.schema.js';
import { monitorProjects } from '#domain/monitoring/projects.js';
import type { MonitoringOfProjects, ProjectResult } from '#domain/monitoring/projects.js';
import { LIGHTS } from '#domain/monitoring/warnings.js';
import type { Judged, Warning } from '#domain/monitoring/warnings.js';
import { family } from './family.js';

interface WarnResult extends MonitoringOfProjects {
  readonly name: string | null;
  readonly asOf: string;
}

const run = ({ name, asOf, projects, version, reverse, rules }: z.output<typeof warnSchema>): WarnResult => {
  const inputs = projects.map((it) => ({ asOf, ...it }));
  return { name: name ?? null, asOf, ...monitorProjects(inputs, { version, reverse, warnings: rules }) };
};

const stepsOf = ({ explanation }: Judged): string[] =>
  explanation.steps.map(({ formula, result }) => `      ${formula ?? ''}  →  ${result}`);

const warningLines = (it: Warning): string[] => {
  const answer = it.answerWithin === null ? '' : `，${String(it.answerWithin)} 个工作日内处置`;
  return [`  ${LIGHTS[it.colour].zh} ${it.id}${answer}：${it.explanation.sentence.zh}`, ...stepsOf(it)];
};

const projectLines = ({ project, light, warnings, undecided, notDue }: ProjectResult): string => {
  const shown = light.value ? `${LIGHTS[light.value].zh}灯` : '无法亮灯';
  const open = undecided.flatMap((it) => [`  未判定 ${it.id}：${it.explanation.sentence.zh}`, ...stepsOf(it)]);
  const later = notDue.length > 0 ? [`  尚未到考核月份：${notDue.join('、')}`] : [];
  return [`${project}：${shown}`, ...warnings.flatMap(warningLines), ...open, ...later].join('\n');
};

const print = ({ name, asOf, projects, lights, secondRound }: WarnResult): string => {
  const { red, yellow, blue, green, undecided } = lights;
  const counts = `红 ${String(red)}，黄 ${String(yellow)}，蓝 ${String(blue)}，绿 ${String(green)}，无法判定 ${String(undecided)}`;
  const again = secondRound.map(({ project, because }) => `  ${project}：${because.join('、')}`);
  return [
    `${name ?? '绩效运行监控'}（数据截至 ${asOf}）：${counts}`,
    ...projects.map(projectLines),
    ...(again.length > 0 ? ['二次监控：', ...again] : []),
  ].join('\n');
};

/** 预警: red lights, and what could not be decided, are to be corrected. */
export const warn = family({
  schema: warnSchema,
  run,
  print,
  objects: ({ lights }) => lights.red + lights.undecided > 0,
});
