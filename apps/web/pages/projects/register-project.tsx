import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useYear } from '../../app/year/year.js';
import { useWords } from '../../words/words.js';
import { NewProject } from './new-project.js';
import { PROJECTS } from './projects.words.js';

/** Registers a project of one unit in the year that is shown, and goes on to where it is taken up. */
export const RegisterProject = ({ unit, district }: { readonly unit: string; readonly district: string }) => {
  const say = useWords(PROJECTS);
  const navigate = useNavigate();
  const { campaign } = useYear();
  const [isOpen, setOpen] = useState(false);
  if (campaign?.district !== district || campaign.status === 'closed') return null;
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {say('add')}
      </Button>
      {isOpen ? (
        <NewProject
          {...{ district, unit }}
          fiscalYear={campaign.fiscalYear}
          onClose={() => {
            setOpen(false);
          }}
          onMade={() => void navigate('/year/projects')}
        />
      ) : null}
    </>
  );
};
