import { Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { useWords } from '../../words/words.js';
import { PROJECTS } from './projects.words.js';

const WAYS = { 'transfer-project': 'transfer', 'split-project': 'split', 'cancel-project': 'cancellation' } as const;
type Kind = keyof typeof WAYS;
const isKind = (it: string): it is Kind => Object.hasOwn(WAYS, it);

/** What the bureau may do with a project during the year, likeliest first. */
export const ProjectChanges = ({ project }: { readonly project: string }) => {
  const say = useWords(PROJECTS);
  const navigate = useNavigate();
  const items = [
    { key: 'transfer-project', label: say('transfer-project') },
    { key: 'split-project', label: say('split-project') },
    { key: 'merge-projects', label: say('merge-projects') },
    { type: 'divider' as const },
    { key: 'cancel-project', label: say('cancel-project'), danger: true },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => void navigate(isKind(key) ? `/projects/${project}/${WAYS[key]}` : '/year/projects?show=all'),
      }}
    >
      <Button>{say('changes')} ▾</Button>
    </Dropdown>
  );
};
