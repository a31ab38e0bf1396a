import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import type { Campaign } from '../../../app/year/year.js';
import { Panel, Read } from '../../../parts/page.js';
import { StateTag, ToneTag } from '../../../parts/states/state-tag.js';
import { useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { LAUNCH } from './launch.words.js';

type Overview = Schemas['Overview'];

const EVERY_MS = 2_000;
const owedIn = (overview: Overview | undefined): number => overview?.stages.reduce((sum, it) => sum + it.owed, 0) ?? 0;

/** How far the launch is, read every two seconds until no stage is being opened and the first tasks stand. */
export const LaunchProgress = ({ campaign }: { readonly campaign: Campaign }) => {
  const say = useWords(LAUNCH);
  const params = { path: { campaign: campaign.id } };
  const progress = api.useQuery('get', '/api/v1/campaigns/{campaign}/progress', { params }, { refetchInterval: EVERY_MS });
  const untilOwed = {
    refetchInterval: ({ state }: { readonly state: { readonly data: Overview | undefined } }) =>
      owedIn(state.data) > 0 ? false : EVERY_MS,
  };
  const overview = api.useQuery('get', '/api/v1/campaigns/{campaign}/overview', { params }, untilOwed);
  const timeline = api.useQuery('get', '/api/v1/campaigns/{campaign}/timeline', { params });
  const stages = progress.data?.stages ?? [];
  const nameOf = useStageName(stages);
  const owed = owedIn(overview.data);
  const open = stages.filter((it) => it.progress === 'open').length;
  const next = timeline.data?.stages.find(({ status, opens }) => status === 'planned' && opens > timeline.data.today);
  const verdict = () => {
    if (owed > 0) return <Alert type="success" showIcon title={say('progressDone', { open, obligations: owed })} />;
    if (next && stages.every((it) => it.progress === 'planned' || it.progress === 'closed'))
      return <Alert type="success" showIcon title={say('progressNone', { day: next.opens })} />;
    return <Alert type="info" showIcon title={say('progressText')} />;
  };
  return (
    <Panel title={say('progress')}>
      <Read query={progress}>
        {() => (
          <div style={{ display: 'grid', gap: 12 }} aria-live="polite">
            {verdict()}
            <ol style={{ margin: 0, paddingInlineStart: 28, lineHeight: 2 }}>
              {stages.map((it) => (
                <li key={it.stage}>
                  {nameOf(it)}{' '}
                  {it.progress === 'opening' ? (
                    <ToneTag tone="act" sign="◔">
                      {say('opening')}
                    </ToneTag>
                  ) : (
                    <StateTag state={it.progress === 'open' ? 'running' : it.progress} />
                  )}
                </li>
              ))}
            </ol>
            <div style={{ display: 'flex', gap: 8 }}>
              <Link to="/year">
                <Button type="primary">{say('toYear')}</Button>
              </Link>
              <Link to="/year/progress">
                <Button>{say('toProgress')}</Button>
              </Link>
            </div>
          </div>
        )}
      </Read>
    </Panel>
  );
};
