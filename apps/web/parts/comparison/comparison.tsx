import { Drawer, Empty, Skeleton } from 'antd';
import { useMemo } from 'react';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useLanguage, useWords } from '../../words/words.js';
import { AddressLink } from '../choose/address-link.js';
import { useInAddress } from '../choose/use-in-address.js';
import { Chart } from '../chart/chart.js';
import { slopeOption } from '../chart/slope-option.js';
import { Explanations } from '../explanation/explanation.js';
import { Panel } from '../page.js';
import { ProblemAlert } from '../problem.js';
import { ToneTag } from '../states/state-tag.js';
import { PlainTable } from '../table/plain-table.js';
import { COMPARISON } from './comparison.words.js';
import { Groups } from './groups.js';

type Compared = Schemas['ComparedProject'];

const Slopes = ({ items, tolerance, to }: { readonly items: readonly Compared[]; readonly tolerance: string; readonly to: string }) => {
  const say = useWords(COMPARISON);
  const language = useLanguage();
  const title = say('title', { from: say('from'), to });
  const option = useMemo(() => {
    const slopes = items.flatMap(({ project, projectName, self, other, beyond }) =>
      self ? [{ key: project, name: projectName, from: Number(self.shown), to: Number(other.shown), stands: beyond === true }] : [],
    );
    return slopeOption(slopes, [say('from'), to], say('unit'));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the words follow the language
  }, [items, to, language]);
  const rows = items.map((it) => ({
    key: it.project,
    cells: [it.projectName, it.self?.shown ?? '—', it.other.shown, it.gap?.shown ?? '—'],
  }));
  return (
    <Panel title={title}>
      <p style={{ margin: '0 0 8px', color: '#595f69', fontSize: 13 }}>{say('note', { tolerance })}</p>
      <Chart name={title} height={300} option={option} table={{ columns: [say('project'), say('from'), to, say('gap')], rows }} />
    </Panel>
  );
};

const Verdict = ({ flags, self }: Compared) => {
  const say = useWords(COMPARISON);
  if (!self) return <span>{say('noSelf')}</span>;
  if (flags.length === 0)
    return (
      <ToneTag tone="done" sign="✓">
        {say('within')}
      </ToneTag>
    );
  return (
    <span style={{ display: 'inline-flex', gap: 4, flexWrap: 'wrap' }}>
      {flags.map((it) => (
        <ToneTag key={it} tone={it === 'beyond-tolerance' ? 'overdue' : 'warn'} sign="!">
          {say(it)}
        </ToneTag>
      ))}
    </span>
  );
};

const Lines = ({ items, to }: { readonly items: readonly Compared[]; readonly to: string }) => {
  const say = useWords(COMPARISON);
  return (
    <PlainTable
      name={say('list')}
      rows={items}
      rowKey={({ project }) => project}
      columns={[
        {
          key: 'project',
          title: say('project'),
          cell: ({ project, projectCode, projectName }) => (
            <AddressLink name="compared" value={project}>
              {projectCode} {projectName}
            </AddressLink>
          ),
        },
        { key: 'self', title: say('from'), align: 'right', cell: ({ self }) => self?.shown ?? '—' },
        { key: 'other', title: to, align: 'right', cell: ({ other }) => other.shown },
        { key: 'gap', title: say('gap'), align: 'right', cell: ({ gap }) => gap?.shown ?? '—' },
        { key: 'flags', title: say('flags'), cell: (it) => <Verdict {...it} /> },
      ]}
    />
  );
};

interface ComparisonProps {
  readonly campaign: string;
  readonly against: 'evaluation' | 'spot-check';
}

/** Self-scores beside those of the agencies or of the spot check: line by line, by department and agency, each explained. */
export const Comparison = ({ campaign, against }: ComparisonProps) => {
  const say = useWords(COMPARISON);
  const { get, set } = useInAddress();
  const params = { path: { campaign }, query: { limit: 500, against } };
  const { data, error, refetch } = api.useQuery('get', '/api/v1/campaigns/{campaign}/comparison', { params });
  if (error) return <ProblemAlert error={error} retry={refetch} />;
  if (!data) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (data.items.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('empty')} />;
  const to = say(against === 'evaluation' ? 'toEvaluation' : 'toSpotCheck');
  const opened = data.items.find(({ project }) => project === get('compared'));
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
      <Slopes items={data.items} tolerance={data.rule.tolerance} to={to} />
      <Panel
        title={say('list')}
        extra={
          <a href={`/api/v1/campaigns/${campaign}/comparison.csv?against=${against}`} download>
            {say('export')}
          </a>
        }
      >
        <Lines items={data.items} to={to} />
      </Panel>
      <Groups comparison={data} />
      <Drawer
        open={opened !== undefined}
        size={620}
        title={opened?.projectName ?? ''}
        onClose={() => {
          set({ compared: undefined });
        }}
      >
        <Explanations of={opened?.explanation} />
      </Drawer>
    </div>
  );
};
