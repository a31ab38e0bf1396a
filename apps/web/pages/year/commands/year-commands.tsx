import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Campaign } from '../../../app/year/year.js';
import { useWords } from '../../../words/words.js';
import { AddUnits } from './add-units.js';
import { CloseStage } from './close-stage.js';
import { COMMANDS } from './commands.words.js';
import { PauseOrResume } from './pause-or-resume.js';

const DIALOGS = { pause: PauseOrResume, closeStage: CloseStage, addUnits: AddUnits } as const;
type Command = keyof typeof DIALOGS;
const isCommand = (it: string): it is Command => Object.hasOwn(DIALOGS, it);

/** What the bureau can do with a running year, likeliest first; each is asked with its consequences and a reason. */
export const YearCommands = ({ campaign }: { readonly campaign: Campaign }) => {
  const say = useWords(COMMANDS);
  const [asked, setAsked] = useState<Command | null>(null);
  const Dialog = asked === null ? null : DIALOGS[asked];
  if (campaign.status !== 'running' && campaign.status !== 'paused') return null;
  const items = [
    { key: 'addUnits', label: say('addUnits') },
    { key: 'projects', label: <Link to="/year/projects">{say('projects')}</Link> },
    { key: 'pause', label: say(campaign.status === 'paused' ? 'resume' : 'pause') },
    { type: 'divider' as const },
    { key: 'closeStage', label: say('closeStage'), danger: true },
  ];
  return (
    <>
      <Link to="/year/progress?show=missing">
        <Button type="primary">{say('remind')}</Button>
      </Link>
      <Link to="/year/plan">
        <Button>{say('replan')}</Button>
      </Link>
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          onClick: ({ key }) => {
            if (isCommand(key)) setAsked(key);
          },
        }}
      >
        <Button>{say('more')} ▾</Button>
      </Dropdown>
      {Dialog ? (
        <Dialog
          campaign={campaign}
          onClose={() => {
            setAsked(null);
          }}
        />
      ) : null}
    </>
  );
};
