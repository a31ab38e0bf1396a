import { Drawer, Segmented } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { compare, show } from '#domain/score/exact.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useEverything } from '../../api/everything.js';
import { PAGES } from '../../api/pages.js';
import { AddressLink } from '../../parts/choose/address-link.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { InstantText } from '../../parts/day.js';
import { Explanations } from '../../parts/explanation/explanation.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { STATE_WORDS } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { Grades } from './grades.js';
import { SELF } from './self-evaluation.words.js';

type Result = Schemas['Result'];
type Compared = Schemas['ComparedProject'];
type Checks = ReadonlyMap<string, Compared>;

const truthOf = (check: Compared | undefined): 'untrue' | 'consistent' | null =>
  !check || check.beyond === null ? null : check.beyond ? 'untrue' : 'consistent';

const useColumns = (checks: Checks): readonly Column<Result>[] => {
  const say = useWords(SELF);
  const common = useWords(COMMON);
  const state = useWords(STATE_WORDS);
  return [
    {
      key: 'project',
      title: common('project'),
      width: 320,
      fixed: true,
      text: ({ projectCode, projectName }) => [projectCode, projectName].filter(Boolean).join(' '),
      show: ({ id, projectCode, projectName }) => (
        <AddressLink name="result" value={id}>
          {[projectCode, projectName].filter(Boolean).join(' ')}
        </AddressLink>
      ),
    },
    { key: 'score', title: say('score'), width: 90, align: 'right', text: ({ score }) => show(score) },
    { key: 'grade', title: say('grade'), width: 70, text: ({ grade }) => grade ?? '—' },
    {
      key: 'corrected',
      title: say('corrected'),
      width: 130,
      align: 'right',
      text: ({ project }) => checks.get(project)?.other.shown ?? '—',
    },
    {
      key: 'truth',
      title: say('truth'),
      width: 150,
      text: ({ project }) => {
        const truth = truthOf(checks.get(project));
        return truth === null ? say('notDrawn') : state(truth);
      },
      show: ({ project }) => {
        const truth = truthOf(checks.get(project));
        return truth === null ? say('notDrawn') : <StateTag state={truth} />;
      },
    },
    {
      key: 'form',
      title: say('form'),
      width: 90,
      text: () => '',
      show: ({ document }) => <Link to={`/documents/${document}`}>{say('form')}</Link>,
    },
    { key: 'at', title: say('at'), width: 150, text: ({ at }) => at, show: ({ at }) => <InstantText at={at} /> },
  ];
};

/** Self-scores with their grades, each written out; beside them what a spot check made of them. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(SELF);
  const state = useWords(STATE_WORDS);
  const { get, set } = useInAddress();
  const query = { campaign: campaign.id, kind: 'self-evaluation' as const, limit: 500 };
  const list = useEverything(api.useInfiniteQuery('get', '/api/v1/results', { params: { query } }, PAGES));
  const checked = api.useQuery('get', '/api/v1/campaigns/{campaign}/comparison', {
    params: { path: { campaign: campaign.id }, query: { against: 'spot-check', limit: 500 } },
  });
  const checks: Checks = useMemo(() => new Map(checked.data?.items.map((it) => [it.project, it])), [checked.data]);
  const grade = get('grade');
  const untrueOnly = get('truth') === 'untrue';
  const rows = list.rows
    .filter((it) => (grade === undefined || it.grade === grade) && (!untrueOnly || truthOf(checks.get(it.project)) === 'untrue'))
    .sort((a, b) => compare(b.score, a.score));
  const opened = list.rows.find(({ id }) => id === get('result'));
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
      {list.rows.length === 0 ? null : (
        <Grades
          results={list.rows}
          onPick={(it) => {
            set({ grade: it === grade ? undefined : it });
          }}
        />
      )}
      <ListTable
        id="self-scores"
        name={say('scores')}
        columns={useColumns(checks)}
        list={{ ...list, rows }}
        rowKey={({ id }) => id}
        empty={say('scoresEmpty')}
        current={opened?.id}
        onOpen={({ id }) => {
          set({ result: id });
        }}
        filters={
          <>
            <Segmented
              size="small"
              aria-label={say('truth')}
              value={untrueOnly ? 'untrue' : 'all'}
              onChange={(it) => {
                set({ truth: it === 'untrue' ? 'untrue' : undefined });
              }}
              options={[
                { value: 'all', label: say('all') },
                { value: 'untrue', label: state('untrue') },
              ]}
            />
            {grade === undefined ? null : (
              <Segmented
                size="small"
                aria-label={say('grade')}
                value={grade}
                options={[
                  { value: grade, label: `${say('grade')} ${grade}` },
                  { value: '', label: say('all') },
                ]}
                onChange={(it) => {
                  set({ grade: it === '' ? undefined : it });
                }}
              />
            )}
          </>
        }
      />
      <Drawer
        open={opened !== undefined}
        size={720}
        title={opened?.projectName ?? ''}
        onClose={() => {
          set({ result: undefined });
        }}
      >
        <Explanations of={opened?.explanation} />
      </Drawer>
    </div>
  );
};
