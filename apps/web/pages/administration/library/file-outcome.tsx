import { Alert } from 'antd';
import type { Schemas } from '../../../api/client.js';
import { PlainTable } from '../../../parts/table/plain-table.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import type { Tone } from '../../../parts/states/states.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { LIBRARY } from './library.words.js';
import { usualOf } from './usual.js';

type Outcome = Schemas['IndicatorFile'];
type Row = Outcome['rows'][number];

const SHOWN = 100;
const AS = { added: 'asAdded', changed: 'asChanged', unchanged: 'asUnchanged' } as const;
const TONES: Readonly<Record<Row['as'], Tone>> = { added: 'done', changed: 'warn', unchanged: 'quiet' };
const SIGNS: Readonly<Record<Row['as'], string>> = { added: '＋', changed: '≠', unchanged: '＝' };
const ORDER: readonly Row['as'][] = ['changed', 'added', 'unchanged'];

/** What a changed field was before. */
const Was = ({ was, now }: { readonly was: string | undefined; readonly now: string }) => {
  const say = useWords(LIBRARY);
  return was === undefined || was === now ? null : <div style={{ color: '#595f69' }}>{say('was', { was: was === '' ? '—' : was })}</div>;
};

const Wrong = ({ errors }: Pick<Outcome, 'errors'>) => {
  const say = useWords(LIBRARY);
  const language = useLanguage();
  const shown = errors.slice(0, SHOWN);
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={say('wrongText')}
        description={errors.length > SHOWN ? say('more', { count: SHOWN }) : undefined}
      />
      <PlainTable
        name={say('wrongTitle')}
        rows={shown}
        rowKey={({ row, column, code }) => `${String(row)}/${column ?? ''}/${code}`}
        columns={[
          { key: 'row', title: say('row'), width: 60, align: 'right', cell: ({ row }) => row },
          { key: 'column', title: say('column'), width: 110, cell: ({ column }) => column ?? say('wholeRow') },
          { key: 'value', title: say('value'), width: 180, cell: ({ value }) => (value === '' ? '—' : (value ?? '')) },
          { key: 'problem', title: say('problem'), cell: (it) => it[language] },
        ]}
      />
    </>
  );
};

const Rows = ({ rows }: Pick<Outcome, 'rows'>) => {
  const say = useWords(LIBRARY);
  const shown = [...rows].sort((a, b) => ORDER.indexOf(a.as) - ORDER.indexOf(b.as) || a.row - b.row).slice(0, SHOWN);
  return (
    <>
      {rows.length > SHOWN ? <p style={{ margin: 0 }}>{say('shown', { count: rows.length, shown: shown.length })}</p> : null}
      <PlainTable
        name={say('rowsTitle')}
        rows={shown}
        rowKey={({ row }) => String(row)}
        columns={[
          { key: 'row', title: say('row'), width: 50, align: 'right', cell: ({ row }) => row },
          {
            key: 'as',
            title: say('as'),
            width: 90,
            cell: ({ as }) => (
              <ToneTag tone={TONES[as]} sign={SIGNS[as]}>
                {say(AS[as])}
              </ToneTag>
            ),
          },
          { key: 'sector', title: say('sector'), width: 90, cell: ({ sector }) => sector },
          { key: 'levels', title: say('levels'), width: 130, cell: ({ level1, level2 }) => `${level1}／${level2}` },
          {
            key: 'level3',
            title: say('level3'),
            width: 200,
            cell: ({ level3, before }) => (
              <>
                {level3}
                {before && !before.active ? <div style={{ color: '#595f69' }}>{say('wasWithdrawn')}</div> : null}
              </>
            ),
          },
          {
            key: 'usual',
            title: say('usual'),
            width: 140,
            cell: (it) => (
              <>
                {usualOf(it)}
                <Was was={it.before ? usualOf(it.before) : undefined} now={usualOf(it)} />
              </>
            ),
          },
          {
            key: 'source',
            title: say('source'),
            cell: ({ source, before }) => (
              <>
                {source}
                <Was was={before?.source} now={source} />
              </>
            ),
          },
        ]}
      />
    </>
  );
};

/** What the check of a file found, or what its import did: sums, wrong cells, each row with what becomes of it. */
export const FileOutcome = ({ name, outcome }: { readonly name: string; readonly outcome: Outcome }) => {
  const say = useWords(LIBRARY);
  const { added, changed, unchanged, wrong, taken, errors, rows } = outcome;
  const sums = { name, added, changed, unchanged, wrong };
  return (
    <>
      <Alert type={taken ? 'success' : 'info'} showIcon title={say(taken ? 'taken' : 'found', sums)} />
      {errors.length > 0 ? <Wrong errors={errors} /> : null}
      {rows.length > 0 && errors.length === 0 ? <Rows rows={rows} /> : null}
    </>
  );
};
