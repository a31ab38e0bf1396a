import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { api } from '../../../api/client.js';
import { seesFigures } from '../../../app/session/sees-figures.js';
import { hasRole, useMe } from '../../../app/session/session.js';
import { useYear } from '../../../app/year/year.js';
import type { Campaign } from '../../../app/year/year.js';
import { Panel, Read } from '../../../parts/page.js';
import { useWords } from '../../../words/words.js';
import { YearCommands } from '../commands/year-commands.js';
import { Clashes } from '../timeline/clashes.js';
import { TimelineChart } from '../timeline/timeline.js';
import { TIMELINE } from '../timeline/timeline.words.js';
import { YearPage } from '../year-page.js';
import { YEAR } from '../year.words.js';
import { AssessmentsPanel } from './assessments-panel.js';
import { FundsPanel } from './funds-panel.js';
import { QualityPanel } from './quality-panel.js';
import { ScoresPanel } from './scores-panel.js';
import { StageTable } from './stage-table.js';

/** The year's timeline; what clashes is the bureau's to settle. */
const InTime = ({ campaign, isBureau }: { readonly campaign: Campaign; readonly isBureau: boolean }) => {
  const say = useWords(TIMELINE);
  const year = api.useQuery('get', '/api/v1/campaigns/{campaign}/timeline', { params: { path: { campaign: campaign.id } } });
  return (
    <Panel title={say('title')}>
      <Read query={year}>
        {(it) => (
          <>
            <TimelineChart year={isBureau ? it : { ...it, clashes: [] }} />
            {it.provisionalFrom ? <p style={{ margin: '8px 0 0' }}>{say('provisional', { day: it.provisionalFrom })}</p> : null}
            {isBureau && it.clashes.length > 0 ? (
              <div style={{ marginTop: 8 }}>
                <Clashes clashes={it.clashes} />
              </div>
            ) : null}
          </>
        )}
      </Read>
    </Panel>
  );
};

const Figures = ({ campaign }: { readonly campaign: Campaign }) => {
  const overview = api.useQuery('get', '/api/v1/campaigns/{campaign}/overview', { params: { path: { campaign: campaign.id } } });
  return (
    <Read query={overview}>
      {(it) => (
        <>
          <div className="year-columns">
            <div>
              <StageTable overview={it} />
              <ScoresPanel overview={it} />
            </div>
            <div>
              <FundsPanel overview={it} />
              <QualityPanel overview={it} />
            </div>
          </div>
          <AssessmentsPanel assessments={it.assessments} />
        </>
      )}
    </Read>
  );
};

const Draft = () => {
  const say = useWords(YEAR);
  const toLaunch = (
    <Link to="/year/new">
      <Button type="primary">{say('toLaunch')}</Button>
    </Link>
  );
  return <Alert type="info" showIcon title={say('draftText')} action={toLaunch} />;
};

/** Where the year stands: in time, by stage, in money, scores and quality, beside last year. */
export const Component = () => {
  const { campaign } = useYear();
  const me = useMe();
  const isBureau = hasRole(me, 'bureau');
  return (
    <YearPage name="overview" actions={campaign && isBureau ? <YearCommands campaign={campaign} /> : undefined}>
      {campaign?.status === 'draft' && isBureau ? <Draft /> : null}
      {campaign ? <InTime campaign={campaign} isBureau={isBureau} /> : null}
      {campaign && campaign.status !== 'draft' && seesFigures(me) ? <Figures campaign={campaign} /> : null}
    </YearPage>
  );
};
