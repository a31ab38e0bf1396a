import type { Explained, ExplainedInput, Step } from '#domain/explanation/explained.js';
import { explanationsIn } from '#domain/explanation/find.js';
import type { Json } from '#domain/json.js';
import { useLanguage, useWords } from '../../words/words.js';
import { EXPLANATION } from './explanation.words.js';
import './explanation.css';
import { OriginText } from './origin.js';
import { inSigns, readableFormula, readableResult, readableValue } from './readable.js';

const Steps = ({ steps }: { readonly steps: readonly Step[] }) => {
  const language = useLanguage();
  const say = useWords(EXPLANATION);
  if (steps.length === 0) return null;
  return (
    <>
      <p className="explanation-head">{say('steps')}</p>
      <ol className="explanation-steps">
        {steps.map((it, index) => (
          <li key={`${String(index)}/${it.zh}`}>
            <span>{inSigns(it[language])}</span>
            {it.formula === undefined ? null : <code>{readableFormula(it.formula)}</code>}
            <span className="explanation-result">
              {say('result')} {readableResult(it.result, language)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
};

const Inputs = ({ inputs }: { readonly inputs: readonly ExplainedInput[] }) => {
  const language = useLanguage();
  const say = useWords(EXPLANATION);
  if (inputs.length === 0) return null;
  return (
    <>
      <p className="explanation-head">{say('inputs')}</p>
      <div className="explanation-inputs">
        <table aria-label={say('inputs')}>
          <thead>
            <tr>
              <th scope="col">{say('input')}</th>
              <th scope="col">{say('value')}</th>
              <th scope="col">{say('origin')}</th>
            </tr>
          </thead>
          <tbody>
            {inputs.map((it) => (
              <tr key={it.name}>
                <td>{it[language]}</td>
                <td className="explanation-value">{it.value === null ? say('missing') : readableValue(it.value, language)}</td>
                <td>
                  <OriginText origin={it.origin} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

/** One result written out: what came of it in a sentence, each step with the figures put in, the figures with their sources, the rule. */
export const ExplainedText = ({ of }: { readonly of: Explained<Json> }) => {
  const language = useLanguage();
  const say = useWords(EXPLANATION);
  return (
    <section className="explanation" aria-label={inSigns(of.sentence[language])}>
      <p className="explanation-sentence">{inSigns(of.sentence[language])}</p>
      <Steps steps={of.steps} />
      <Inputs inputs={of.inputs} />
      <p className="explanation-rule">
        {say('rule', { source: of.rule.source })} · {say('edition', { id: of.rule.id, version: of.rule.version })} · {of.rounding[language]}
      </p>
    </section>
  );
};

/** Every explanation that a result of the API holds (`explanation`, `idle`, `case` …), in order. */
export const Explanations = ({ of }: { readonly of: unknown }) => {
  const say = useWords(EXPLANATION);
  const found = explanationsIn(of);
  if (found.length === 0) return <p>{say('none')}</p>;
  return (
    <>
      {found.map((it, index) => (
        <ExplainedText key={`${String(index)}/${it.rule.id}`} of={it} />
      ))}
    </>
  );
};

/** The sentence of the first explanation in a result, for a cell of a table. */
export const sentenceIn = (of: unknown, language: 'zh' | 'en'): string => {
  const [first] = explanationsIn(of);
  return first ? inSigns(first.sentence[language]) : '';
};
