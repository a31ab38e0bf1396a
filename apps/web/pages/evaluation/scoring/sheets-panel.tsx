import { Link } from 'react-router';
import { useMe } from '../../../app/session/session.js';
import { dayOfInstant, useCalendar } from '../../../app/year/year.js';
import { DayText, InstantText } from '../../../parts/day.js';
import { Panel } from '../../../parts/page.js';
import { StateTag } from '../../../parts/states/state-tag.js';
import { PlainTable } from '../../../parts/table/plain-table.js';
import { useWords } from '../../../words/words.js';
import { NameRaters } from './name-raters.js';
import { SCORING } from './scoring.words.js';
import { rulesIn } from './sheet.js';
import type { Sheet } from './sheet.js';

/** What the policy wants of the raters, in a sentence. */
const Rules = ({ sheet }: { readonly sheet: Sheet }) => {
  const say = useWords(SCORING);
  const rules = rulesIn(sheet);
  if (!rules) return null;
  const { raters, blind = false, trim = 0, arbitrateAbove } = rules;
  const parts = [
    say('rule', { raters }),
    ...(trim > 0 ? [say('ruleTrim', { trim })] : []),
    ...(blind ? [say('ruleBlind')] : []),
    ...(arbitrateAbove === undefined ? [] : [say('ruleArbitrate', { points: arbitrateAbove })]),
  ];
  return (
    <ul className="form-hint" style={{ margin: 0, paddingInlineStart: 20 }}>
      {parts.map((it) => (
        <li key={it}>{it}</li>
      ))}
    </ul>
  );
};

/** Who scores, by when, and whose sheet is in; the points themselves stand below, once they may be seen. */
export const SheetsPanel = ({ sheet, campaign }: { readonly sheet: Sheet; readonly campaign: string | undefined }) => {
  const say = useWords(SCORING);
  const me = useMe();
  const { data: calendar } = useCalendar(campaign);
  const filed = sheet.raters.filter(({ filedAt }) => filedAt !== null).length;
  const own = sheet.raters.find(({ person }) => person === me.person);
  const today = calendar ? dayOfInstant(calendar.now) : '';
  return (
    <Panel
      title={sheet.raters.length === 0 ? say('sheets') : `${say('sheets')} · ${say('progress', { filed, named: sheet.raters.length })}`}
      extra={<NameRaters sheet={sheet} />}
    >
      <div className="evaluation-stack">
        <Rules sheet={sheet} />
        <p>
          {say('leadIs', { name: sheet.lead?.name ?? say('leadNone') })}
          {own ? (
            <>
              {' · '}
              <Link to={`/documents/${own.document}`}>{say(own.filedAt === null ? 'ownSheet' : 'ownFiled')}</Link>
            </>
          ) : null}
        </p>
        <PlainTable
          name={say('sheets')}
          rows={sheet.raters}
          rowKey={({ document }) => document}
          empty={say('sheetsNone')}
          columns={[
            { key: 'rater', title: say('rater'), cell: ({ name }) => name },
            {
              key: 'status',
              title: say('status'),
              cell: ({ filedAt, dueOn }) => <StateTag state={filedAt !== null ? 'done' : dueOn < today ? 'overdue' : 'open'} />,
            },
            { key: 'due', title: say('due'), cell: ({ dueOn }) => <DayText day={dueOn} /> },
            { key: 'filedAt', title: say('filedAt'), cell: ({ filedAt }) => <InstantText at={filedAt} /> },
          ]}
        />
      </div>
    </Panel>
  );
};
