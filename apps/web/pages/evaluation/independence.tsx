import { explanationsIn } from '#domain/explanation/find.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import { useLanguage, useWords } from '../../words/words.js';
import { COMMON } from '../../words/terms.js';
import { EVALUATION } from './evaluation.words.js';

const permittedIn = (of: unknown): boolean => typeof of === 'object' && of !== null && 'permitted' in of && of.permitted === true;

/** Each rule of independence with what it looked at and how it came out. */
export const Independence = ({ of }: { readonly of: unknown }) => {
  const say = useWords(EVALUATION);
  const common = useWords(COMMON);
  const language = useLanguage();
  const permitted = permittedIn(of);
  return (
    <div className="evaluation-stack">
      <div>
        <ToneTag tone={permitted ? 'done' : 'overdue'} sign={permitted ? '✓' : '✕'}>
          {say(permitted ? 'permitted' : 'forbidden')}
        </ToneTag>
      </div>
      <PlainTable
        name={say('independence')}
        rows={explanationsIn(of)}
        rowKey={({ rule }) => rule.id}
        columns={[
          { key: 'says', title: say('verdict'), cell: ({ value, sentence }) => `${value === true ? '✓' : '✕'} ${sentence[language]}` },
          { key: 'source', title: common('source'), cell: ({ rule }) => rule.source },
        ]}
      />
    </div>
  );
};
