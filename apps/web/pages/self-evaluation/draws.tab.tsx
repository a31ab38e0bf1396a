import { Alert, Button, Descriptions, Empty } from 'antd';
import { useMemo } from 'react';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { DayText, InstantText } from '../../parts/day.js';
import { Explanations } from '../../parts/explanation/explanation.js';
import { Panel, Read } from '../../parts/page.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { saveFile } from '../../parts/table/save-csv.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { drawnIn, isVerified, named } from './draw.js';
import { SELF } from './self-evaluation.words.js';

type Draw = Schemas['SpotCheckDraw'];

const useNames = (campaign: StageTabProps['campaign']): ReadonlyMap<string, string> => {
  const projects = api.useQuery('get', '/api/v1/projects', {
    params: { query: { district: campaign.district, fiscalYear: campaign.fiscalYear, limit: 500 } },
  });
  const units = api.useQuery('get', '/api/v1/units', {
    params: { query: { district: campaign.district, departmentsOnly: 'true', limit: 500 } },
  });
  return useMemo(
    () =>
      new Map([
        ...(projects.data?.items ?? []).map((it) => [it.id, `${it.code} ${it.name}`] as const),
        ...(units.data?.items ?? []).map((it) => [it.id, it.name] as const),
      ]),
    [projects.data, units.data],
  );
};

const Verification = ({ draw, names }: { readonly draw: Draw; readonly names: ReadonlyMap<string, string> }) => {
  const say = useWords(SELF);
  const query = api.useQuery('get', '/api/v1/spot-check-draws/{draw}', { params: { path: { draw: draw.id } } });
  return (
    <Read query={query}>
      {(it) => (
        <>
          <Alert
            type={isVerified(it.verified) ? 'success' : 'error'}
            showIcon
            title={say(isVerified(it.verified) ? 'verified' : 'different')}
            action={
              <Button
                size="small"
                onClick={() => {
                  saveFile(`spot-check-${draw.frozenOn}.json`, JSON.stringify(it.case, null, 2), 'application/json');
                }}
              >
                {say('case')}
              </Button>
            }
          />
          <details>
            <summary>{say('how')}</summary>
            <Explanations of={named(it.sample, names)} />
          </details>
        </>
      )}
    </Read>
  );
};

const DrawPanel = ({ draw, names }: { readonly draw: Draw; readonly names: ReadonlyMap<string, string> }) => {
  const say = useWords(SELF);
  const drawn = drawnIn(draw.drawn);
  return (
    <Panel title={`${say('draws')} ${draw.frozenOn}`}>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'frozen', label: say('frozenOn'), children: <DayText day={draw.frozenOn} /> },
            { key: 'drawnAt', label: say('drawnAt'), children: draw.drawnAt === null ? say('waiting') : <InstantText at={draw.drawnAt} /> },
            { key: 'of', label: say('candidates'), children: String(draw.candidates) },
            { key: 'drawn', label: say('drawn'), children: String(drawn.length) },
            { key: 'source', label: say('seedSource'), children: draw.source ?? say('trail') },
            { key: 'seed', label: say('seed'), children: <code style={{ overflowWrap: 'anywhere' }}>{draw.seed ?? '—'}</code> },
            { key: 'hash', label: say('listHash'), children: <code style={{ overflowWrap: 'anywhere' }}>{draw.listHash}</code> },
          ]}
        />
        <PlainTable
          name={say('drawn')}
          rows={drawn}
          rowKey={({ id }) => id}
          columns={[
            { key: 'project', title: say('project'), cell: ({ id }) => names.get(id) ?? id },
            { key: 'stratum', title: say('stratum'), cell: ({ stratum }) => String(named(stratum, names)) },
            { key: 'lot', title: say('drawn'), cell: (it) => say('lot', { n: it.draw }) },
          ]}
        />
        {draw.drawnAt === null ? null : <Verification draw={draw} names={names} />}
      </div>
    </Panel>
  );
};

/** 抽查抽样: list and seed as they were recorded, what was drawn, and the draw made again to verify it. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(SELF);
  const names = useNames(campaign);
  const query = api.useQuery('get', '/api/v1/spot-check-draws', { params: { query: { campaign: campaign.id, limit: 50 } } });
  return (
    <Read query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('drawsEmpty')} />
        ) : (
          <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
            {items.map((it) => (
              <DrawPanel key={it.id} draw={it} names={names} />
            ))}
          </div>
        )
      }
    </Read>
  );
};
