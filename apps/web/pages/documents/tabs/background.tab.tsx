import type { ReactNode } from 'react';
import { CHOICES, isChoiceWord } from '../../../parts/forms/choices.js';
import { Money, inTenThousands } from '../../../parts/money.js';
import { Panel, Read } from '../../../parts/page.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import { COMMON } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { useBackground } from '../use-document.js';
import type { Background } from '../use-document.js';
import { TABS } from './tabs.words.js';
import type { TabProps } from './use-tabs.js';

type LastYear = NonNullable<Background['lastYear']>;

const Facts = ({ all }: { readonly all: readonly (readonly [string, ReactNode])[] }) => (
  <dl style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 28px', margin: 0 }}>
    {all.map(([name, value]) => (
      <div key={name}>
        <dt className="form-hint">{name}</dt>
        <dd style={{ margin: 0 }}>{value}</dd>
      </div>
    ))}
  </dl>
);

interface TableIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly operator: string;
  readonly targetValue: string;
  readonly measureUnit: string;
  readonly actualValue?: string | null;
  readonly points?: string | null;
  readonly fullPoints?: string | null;
  readonly reason?: string | null;
}

const Indicators = ({
  name,
  all,
  reached,
}: {
  readonly name: string;
  readonly all: readonly TableIndicator[];
  readonly reached: boolean;
}) => {
  const say = useWords(TABS);
  const word = useWords(CHOICES);
  const named = (it: string): string => (isChoiceWord(it) ? word(it) : it);
  return (
    <div style={{ overflowX: 'auto' }}>
      <table className="grid-table" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{say('indicator')}</th>
            <th scope="col">{say('target')}</th>
            {reached ? (
              <>
                <th scope="col">{say('actual')}</th>
                <th scope="col" className="is-number">
                  {say('points')}
                </th>
                <th scope="col">{say('reason')}</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {all.map((it, index) => (
            <tr key={index}>
              <td>
                {it.level3}{' '}
                <span className="form-hint">
                  {named(it.level1)} · {it.level2}
                </span>
              </td>
              <td className="numbers">
                {named(it.operator)} {it.targetValue} {it.measureUnit}
              </td>
              {reached ? (
                <>
                  <td className="numbers">{it.actualValue ?? '—'}</td>
                  <td className="is-number">{it.points ? `${it.points} / ${it.fullPoints ?? ''}` : '—'}</td>
                  <td>{it.reason ?? ''}</td>
                </>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Linkage = ({ linkage }: { readonly linkage: NonNullable<LastYear['linkage']> }) => {
  const say = useWords(TABS);
  const word = useWords(CHOICES);
  const common = useWords(COMMON);
  const { decidedTreatment, decidedAmount, reason, decidedByName, letterNumber, requestedAbove } = linkage;
  return (
    <Panel title={say('linkage')}>
      <Facts
        all={[
          [
            say('proposed'),
            <span key="p">
              {word(linkage.proposedTreatment)} <Money yuan={linkage.proposedAmount} /> {common('tenThousandYuan')}
            </span>,
          ],
          [
            say('decided'),
            decidedTreatment ? (
              <span key="d">
                {word(decidedTreatment)} <Money yuan={decidedAmount} /> {common('tenThousandYuan')}
              </span>
            ) : (
              '—'
            ),
          ],
          [common('reason'), reason ?? '—'],
          [common('source'), [decidedByName, letterNumber].filter(Boolean).join(' · ') || '—'],
        ]}
      />
      {requestedAbove ? (
        <ToneTag tone="warn" sign="△">
          {say('requestedAbove', { amount: inTenThousands(requestedAbove) })}
        </ToneTag>
      ) : null}
    </Panel>
  );
};

const scored = (it: { readonly score: string | null; readonly grade: string | null } | null): string | null =>
  it?.score ? `${it.score}${it.grade ? `（${it.grade}）` : ''}` : null;

const Results = ({ year }: { readonly year: LastYear }) => {
  const say = useWords(TABS);
  const { evaluation, selfEvaluation, spotCheck, problems, linkage, budget, indicators } = year;
  return (
    <>
      <Panel title={say('lastYear', { year: year.fiscalYear })}>
        <Facts
          all={[
            [say('evaluation'), scored(evaluation) ?? say('notEvaluated')],
            [say('selfEvaluation'), scored(selfEvaluation) ?? '—'],
            [say('spotCheck'), spotCheck ? `${spotCheck.correctedScore}${spotCheck.untrue ? ` ${say('untrue')}` : ''}` : '—'],
            [say('approvedBudget'), <Money key="a" yuan={budget?.adjustedBudget ?? budget?.approvedBudget} />],
            [say('executed'), <Money key="e" yuan={budget?.executedAmount} />],
            [say('rate'), budget?.executionRate ?? '—'],
          ]}
        />
      </Panel>
      {linkage ? <Linkage linkage={linkage} /> : null}
      {problems.length > 0 ? (
        <Panel title={say('problems')}>
          <ol style={{ margin: 0, paddingInlineStart: 20 }}>
            {problems.map((it) => (
              <li key={it.id}>
                {it.problem} {it.dueOn ? <span className="form-hint">{say('rectifyBy', { day: it.dueOn })}</span> : null}
              </li>
            ))}
          </ol>
        </Panel>
      ) : null}
      {indicators.length > 0 ? (
        <Panel title={say('lastIndicators')}>
          <Indicators name={say('lastIndicators')} all={indicators} reached />
        </Panel>
      ) : null}
    </>
  );
};

/** What one wants to see beside a filing: the money, this year's target, last year's results and decisions. */
const BackgroundTab = ({ document }: TabProps) => {
  const say = useWords(TABS);
  const query = useBackground(document);
  return (
    <Read query={query}>
      {({ request, target, lastYear }) => (
        <div style={{ display: 'grid', gap: 12 }}>
          {request ? (
            <Panel title={say('request')}>
              <Facts
                all={(['initialBudget', 'approvedBudget', 'adjustedBudget'] as const).map((it) => [
                  say(it),
                  <Money key={it} yuan={request[it]} />,
                ])}
              />
            </Panel>
          ) : null}
          {lastYear ? <Results year={lastYear} /> : <Panel>{say('noPrior')}</Panel>}
          {target && document.kind !== 'target' ? (
            <Panel title={say('approvedTarget')} extra={target.replyNumber ? say('replyNumber', { number: target.replyNumber }) : null}>
              <p style={{ marginTop: 0 }}>{target.annualGoal}</p>
              <Indicators name={say('approvedTarget')} all={target.indicators} reached={false} />
            </Panel>
          ) : null}
        </div>
      )}
    </Read>
  );
};

export default BackgroundTab;
