import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { Panel, Read } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { LINKAGE } from './linkage.words.js';
import './linkage.css';
import { WhatIfResult } from './what-if-result.js';
import { WhatIfRules } from './what-if-rules.js';
import { bodyOf, triedOf } from './what-if-table.js';
import type { Tried } from './what-if-table.js';

const keyOf = (campaign: string): string => `jiheng.what-if.${campaign}`;

const kept = (campaign: string): Tried | null => {
  try {
    const it: unknown = JSON.parse(localStorage.getItem(keyOf(campaign)) ?? 'null');
    return typeof it === 'object' && it !== null && 'rules' in it && 'bounds' in it ? (it as Tried) : null;
  } catch {
    return null;
  }
};

const Trial = ({ campaign, inForce, district }: { readonly campaign: string; readonly inForce: Tried; readonly district: string }) => {
  const say = useWords(LINKAGE);
  const [tried, setTried] = useState(() => kept(campaign) ?? inForce);
  const ask = api.useMutation('post', '/api/v1/campaigns/{campaign}/linkage-what-if');
  const { data: units } = api.useQuery('get', '/api/v1/units', { params: { query: { district, departmentsOnly: 'true', limit: 500 } } });
  const change = (it: Tried): void => {
    localStorage.setItem(keyOf(campaign), JSON.stringify(it));
    setTried(it);
  };
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <p style={{ margin: 0, color: '#595f69' }}>{say('whatIfText')}</p>
      <Panel
        title={say('parameters')}
        extra={
          <span style={{ display: 'inline-flex', gap: 8 }}>
            <Button
              onClick={() => {
                localStorage.removeItem(keyOf(campaign));
                setTried(inForce);
              }}
            >
              {say('reset')}
            </Button>
            <Button
              type="primary"
              loading={ask.isPending}
              onClick={() => {
                ask.mutate({ params: { path: { campaign } }, body: bodyOf(say('other'), tried) });
              }}
            >
              {say('run')}
            </Button>
          </span>
        }
      >
        <WhatIfRules tried={tried} onChange={change} />
      </Panel>
      {ask.error ? <ProblemAlert error={ask.error} /> : null}
      {ask.data ? <WhatIfResult answer={ask.data} departments={new Map(units?.items.map(({ id, name }) => [id, name]))} /> : null}
    </div>
  );
};

const OfPolicy = ({ campaign }: Pick<StageTabProps, 'campaign'>) => {
  const policy = api.useQuery('get', '/api/v1/policies/{policy}', { params: { path: { policy: campaign.policy } } });
  return (
    <Read query={policy}>{({ content }) => <Trial campaign={campaign.id} district={campaign.district} inForce={triedOf(content)} />}</Read>
  );
};

/** 假设分析: the parameters of the policy tried on the year's projects; nothing is written. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(LINKAGE);
  return hasRole(useMe(), 'bureau') ? <OfPolicy campaign={campaign} /> : <p>{say('bureauOnly')}</p>;
};
