import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { hasRole, useMe } from '../../app/session/session.js';
import { useYear } from '../../app/year/year.js';
import type { Campaign } from '../../app/year/year.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { MissingPage } from '../../parts/error-page.js';
import { useWords } from '../../words/words.js';
import { YearPage } from '../year/year-page.js';
import { AllProjects } from './all-projects.js';
import { ChangesLog } from './changes-log.js';
import { NewProject } from './new-project.js';
import { Outside } from './outside.js';
import { PROJECTS } from './projects.words.js';

const SHOWS = ['outside', 'all', 'log'] as const;
const isOver = ({ status }: Campaign): boolean => status === 'draft' || status === 'closed';

const Shown = ({ campaign }: { readonly campaign: Campaign }) => {
  const say = useWords(PROJECTS);
  const { oneOf, set } = useInAddress();
  const show = oneOf('show', SHOWS) ?? (isOver(campaign) ? 'all' : 'outside');
  return (
    <>
      <div>
        <Segmented
          aria-label={say('show')}
          value={show}
          onChange={(it) => {
            set({ show: it, q: undefined, department: undefined, unit: undefined });
          }}
          options={SHOWS.filter((it) => it !== 'outside' || !isOver(campaign)).map((value) => ({ value, label: say(value) }))}
        />
      </div>
      {show === 'outside' ? <Outside campaign={campaign} /> : null}
      {show === 'all' ? <AllProjects campaign={campaign} /> : null}
      {show === 'log' ? <ChangesLog name={say('log')} of={{ district: campaign.district }} /> : null}
    </>
  );
};

/** 项目变动: what came during the year is registered and taken up, projects are merged, and all changes are told; for the bureau. */
export const Component = () => {
  const say = useWords(PROJECTS);
  const me = useMe();
  const { campaign } = useYear();
  const { set } = useInAddress();
  const [isAdding, setAdding] = useState(false);
  if (!hasRole(me, 'bureau')) return <MissingPage />;
  const add = (
    <Button
      type="primary"
      onClick={() => {
        setAdding(true);
      }}
    >
      {say('add')}
    </Button>
  );
  return (
    <YearPage name="projects" intro={say('intro')} actions={campaign && campaign.status !== 'closed' ? add : null}>
      {campaign ? <Shown key={campaign.id} campaign={campaign} /> : null}
      {campaign && isAdding ? (
        <NewProject
          district={campaign.district}
          fiscalYear={campaign.fiscalYear}
          onClose={() => {
            setAdding(false);
          }}
          onMade={() => {
            setAdding(false);
            set({ show: isOver(campaign) ? 'all' : 'outside' });
          }}
        />
      ) : null}
    </YearPage>
  );
};
