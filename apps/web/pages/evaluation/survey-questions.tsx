import type { Question } from '#domain/key-evaluation/questionnaire.js';
import { optionsOf } from '#domain/key-evaluation/questionnaire.js';
import type { QuestionnaireResult } from '#domain/key-evaluation/questionnaire-score.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { useWords } from '../../words/words.js';
import { SURVEY } from './survey.words.js';

interface QuestionTableProps {
  readonly questions: readonly Question[];
  readonly result: QuestionnaireResult | null;
}

/** Each question with its options, and how often each was chosen. */
export const QuestionTable = ({ questions, result }: QuestionTableProps) => {
  const say = useWords(SURVEY);
  const said = (question: Question): string => {
    const options = optionsOf(question);
    if (options === null) return say('freeText');
    const counts = result?.questions.find(({ key }) => key === question.key)?.counts;
    return options.map((it) => (counts ? `${it} ${String(counts[it] ?? 0)}` : it)).join(' · ');
  };
  return (
    <PlainTable
      name={say('questions')}
      rows={questions}
      rowKey={({ key }) => key}
      empty={say('noResult')}
      columns={[
        { key: 'key', title: '#', cell: ({ key }) => key },
        { key: 'text', title: say('question'), cell: ({ text }) => text },
        { key: 'answers', title: say('answers'), cell: said },
      ]}
    />
  );
};
