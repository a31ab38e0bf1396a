import { useMemo } from 'react';
import { Chart } from '../../parts/chart/chart.js';
import { inTenThousands } from '../../parts/money.js';
import { STATE_WORDS } from '../../parts/states/states.js';
import { COMMON } from '../../words/terms.js';
import { useLanguage, useWords } from '../../words/words.js';
import { MONITORING } from './monitoring.words.js';
import { rateOf, trendOf } from './progress.js';
import type { Progress } from './progress.js';
import { projectOf, scatterOption } from './scatter-option.js';
import { trendOption } from './trend-option.js';

interface ChartsProps {
  /** Oldest first. */
  readonly figures: readonly Progress[];
  readonly year: number;
}

/** Execution against time: a point a project; clicked, the project opens. */
export const Scatter = ({ figures, year, onPick }: ChartsProps & { readonly onPick: (project: string) => void }) => {
  const say = useWords(MONITORING);
  const common = useWords(COMMON);
  const state = useWords(STATE_WORDS);
  const language = useLanguage();
  const words = {
    light: state,
    planLine: say('planLine'),
    rate: say('rate'),
    asOf: say('asOf'),
    executed: say('executed'),
    budget: say('budget'),
  };
  // The words follow the language.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const option = useMemo(() => scatterOption(figures, year, words), [figures, year, language]);
  const rows = figures.map((it) => ({
    key: it.project,
    to: `?project=${it.project}`,
    cells: [
      it.projectName,
      state(it.light ?? 'undecided'),
      it.day,
      inTenThousands(it.executed),
      it.budget === null ? '—' : inTenThousands(it.budget),
      rateOf(it) ?? '—',
    ],
  }));
  return (
    <Chart
      name={say('progressName')}
      height={300}
      option={option}
      table={{ columns: [common('project'), say('light'), say('asOf'), say('executed'), say('budget'), say('rate')], rows }}
      onPick={({ data }) => {
        const project = projectOf(data);
        if (project !== null) onPick(project);
      }}
    />
  );
};

/** Execution by date of all figures given, or of one project. */
export const Trend = ({ figures, year, name, height = 300 }: ChartsProps & { readonly name: string; readonly height?: number }) => {
  const say = useWords(MONITORING);
  const language = useLanguage();
  const points = useMemo(() => trendOf(figures), [figures]);
  const option = useMemo(
    () => trendOption(points, year, { planLine: say('planLine'), rate: say('rate'), name }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the words follow the language
    [points, year, name, language],
  );
  const rows = points.map(({ day, executed, rate }) => ({ key: day, cells: [day, inTenThousands(executed), rate] }));
  return (
    <Chart
      name={`${say('trendName')} · ${name}`}
      height={height}
      option={option}
      table={{ columns: [say('day'), say('executed'), say('rate')], rows }}
    />
  );
};
