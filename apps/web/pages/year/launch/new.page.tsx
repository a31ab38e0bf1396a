import { Button, Skeleton, Steps } from 'antd';
import { useMe } from '../../../app/session/session.js';
import { useYear } from '../../../app/year/year.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { useWords } from '../../../words/words.js';
import { YearPage } from '../year-page.js';
import { LaunchProgress } from './launch-progress.js';
import { LAUNCH } from './launch.words.js';
import { PastePanel } from './paste-panel.js';
import { PoliciesPanel } from './policies-panel.js';
import { LaunchPreview } from './preview.js';

/** From a policy to a launched year: choose, draft, preview, launch, until the first tasks are open. */
export const Component = () => {
  const say = useWords(LAUNCH);
  const me = useMe();
  const { campaigns, isRead, choose } = useYear();
  const { get, set } = useInAddress();
  const district = me.grants.find((it) => it.role === 'bureau')?.district;
  const isChoosing = get('choose') === 'true';
  const shown = campaigns.find(({ id }) => id === get('campaign')) ?? campaigns.find(({ status }) => status === 'draft');
  const campaign = isChoosing ? undefined : shown;
  const step = !campaign ? 0 : campaign.status === 'draft' ? 1 : 3;
  const toCampaign = (id: string): void => {
    choose(id);
    set({ campaign: id, choose: undefined });
  };
  const other = (
    <Button
      onClick={() => {
        set({ choose: 'true', campaign: undefined });
      }}
    >
      {say('otherPolicy')}
    </Button>
  );
  return (
    <YearPage name="newYear" intro={say('intro')} actions={campaign ? other : undefined} always>
      <Steps
        aria-label={say('steps')}
        size="small"
        responsive
        current={step}
        items={(['stepPolicy', 'stepPreview', 'stepLaunch', 'stepOpen'] as const).map((it) => ({ title: say(it) }))}
      />
      {campaign?.status === 'draft' ? (
        <LaunchPreview
          campaign={campaign}
          onLaunched={() => {
            toCampaign(campaign.id);
          }}
        />
      ) : null}
      {campaign && campaign.status !== 'draft' ? <LaunchProgress campaign={campaign} /> : null}
      {isRead ? null : <Skeleton active />}
      {campaign || !district || !isRead ? null : (
        <>
          <PoliciesPanel district={district} onDraft={toCampaign} />
          <PastePanel />
        </>
      )}
    </YearPage>
  );
};
