import { CHOICES, isChoiceWord } from '../../../parts/forms/choices.js';
import type { BesideColumn } from '../../../parts/forms/grid/grid.js';
import { asRows } from '../../../parts/forms/grid/rows.js';
import type { Row } from '../../../parts/forms/grid/rows.js';
import { useForm } from '../../../parts/forms/form-context.js';
import { useWords } from '../../../words/words.js';
import { DOCUMENTS } from '../documents.words.js';
import { useBackground } from '../use-document.js';
import type { Background } from '../use-document.js';
import { useDocumentState } from './document-context.js';

type Indicator = NonNullable<Background['target']>['indicators'][number];

export const targetText = ({ operator, targetValue, measureUnit }: Indicator, word: (operator: string) => string): string =>
  [word(operator), targetValue, measureUnit].filter((it) => it !== '').join(' ');

/** One indicator of the approved target: what it is called and what was promised. */
const TargetCell = ({ indicator }: { readonly indicator: Indicator | undefined }) => {
  const word = useWords(CHOICES);
  if (!indicator) return <span>—</span>;
  return (
    <div style={{ minWidth: 150 }}>
      <div>{indicator.level3}</div>
      <div className="form-hint">
        {isChoiceWord(indicator.level1) ? word(indicator.level1) : indicator.level1} · {indicator.level2}
      </div>
      <div className="numbers">{targetText(indicator, (it) => (isChoiceWord(it) ? word(it) : it))}</div>
    </div>
  );
};

/**
 * Rows about the indicators of the approved target: one each, in its order, with the target beside. While the target is read, or where there
 * is none, the rows stand as they are.
 */
export const useTargetRows = (path: string) => {
  const { document } = useDocumentState();
  const form = useForm();
  const say = useWords(DOCUMENTS);
  const background = useBackground(document);
  const indicators = background.data?.target?.indicators ?? [];
  const written = asRows(form.content[path]);
  const of = (place: number): Row => written.find((it) => it['indicator'] === place) ?? { indicator: place };
  const complete = indicators.map((_, place) => of(place));
  const others = written.filter((it) => typeof it['indicator'] !== 'number' || it['indicator'] >= indicators.length);
  const column: BesideColumn = {
    key: 'target',
    title: say('target'),
    width: 260,
    show: (row) => <TargetCell indicator={typeof row['indicator'] === 'number' ? indicators[row['indicator']] : undefined} />,
  };
  const isKnown = indicators.length > 0;
  return {
    isKnown,
    isReading: background.isPending && background.isFetching,
    column,
    rows: isKnown ? [...complete, ...others] : written,
    weights: indicators,
  };
};
