import { useMemo } from 'react';
import { COLOURS } from '../../app/theme.js';
import type { Schemas } from '../../api/client.js';
import { Chart } from '../../parts/chart/chart.js';
import type { ChartOption } from '../../parts/chart/option.js';
import { Panel } from '../../parts/page.js';
import { useLanguage, useWords } from '../../words/words.js';
import { SELF } from './self-evaluation.words.js';

type Result = Schemas['Result'];

/** In the order of regulations; what a district names otherwise follows. */
const USUAL = ['优', '良', '中', '差'];

const gradesOf = (results: readonly Result[]): readonly (readonly [string, number])[] => {
  const found = [...new Set(results.flatMap(({ grade }) => grade ?? []))];
  const names = [...USUAL, ...found.filter((it) => !USUAL.includes(it))];
  return names.map((name) => [name, results.filter(({ grade }) => grade === name).length] as const);
};

interface GradesProps {
  readonly results: readonly Result[];
  readonly onPick: (grade: string) => void;
}

/** How many projects have which grade; a bar filters the list. */
export const Grades = ({ results, onPick }: GradesProps) => {
  const say = useWords(SELF);
  const language = useLanguage();
  const grades = useMemo(() => gradesOf(results), [results]);
  const option = useMemo(
    (): ChartOption => ({
      grid: { left: 48, right: 40, top: 8, bottom: 8, containLabel: false },
      xAxis: { type: 'value', minInterval: 1, show: false },
      yAxis: { type: 'category', inverse: true, data: grades.map(([name]) => name), axisTick: { show: false }, axisLine: { show: false } },
      series: [
        {
          name: say('count'),
          type: 'bar',
          data: grades.map(([, count]) => count),
          barWidth: 14,
          itemStyle: { color: COLOURS.act },
          label: { show: true, position: 'right' },
        },
      ],
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the words follow the language
    [grades, language],
  );
  return (
    <Panel title={say('gradesTitle')}>
      <Chart
        name={say('gradesName')}
        height={110}
        option={option}
        onPick={({ index }) => {
          const grade = grades[index]?.[0];
          if (grade !== undefined) onPick(grade);
        }}
        table={{
          columns: [say('grade'), say('count')],
          rows: grades.map(([name, count]) => ({ key: name, cells: [name, String(count)], to: `?grade=${encodeURIComponent(name)}` })),
        }}
      />
    </Panel>
  );
};
