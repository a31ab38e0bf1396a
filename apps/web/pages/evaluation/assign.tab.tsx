import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { Panel } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { AGENCIES } from './agencies.words.js';
import './evaluation.css';
import { NewSubject } from './new-subject.js';
import { Proposals } from './proposals.js';
import { AssignmentCheck, ChooseAgency } from './reassign.js';
import { SUBJECTS } from './subjects.words.js';

const Assign = ({ campaign }: Pick<StageTabProps, 'campaign'>) => {
  const say = useWords(AGENCIES);
  const ofSubjects = useWords(SUBJECTS);
  const queries = useQueryClient();
  const [project, setProject] = useState<string | null>(null);
  const [agency, setAgency] = useState<string | null>(null);
  const { data } = api.useQuery('get', '/api/v1/projects', {
    params: { query: { district: campaign.district, fiscalYear: campaign.fiscalYear, status: 'active', limit: 500 } },
  });
  const projects = data?.items ?? [];
  const made = api.useQuery('get', '/api/v1/evaluation-subjects', { params: { query: { campaign: campaign.id, limit: 500 } } });
  const subjects = made.data?.items.filter(({ evaluation }) => evaluation === null) ?? [];
  const inList = ({ id, code, name }: { readonly id: string; readonly code: string; readonly name: string }) => ({
    value: id,
    label: `${code} ${name}`,
  });
  const assign = api.useMutation('post', '/api/v1/campaigns/{campaign}/evaluations', {
    onSuccess: () => {
      setProject(null);
      void queries.invalidateQueries();
    },
  });
  return (
    <div className="evaluation-stack">
      <Panel title={say('assign')}>
        <div className="evaluation-stack">
          <p>{say('assignIntro')}</p>
          <Select
            aria-label={say('chooseProject')}
            placeholder={say('chooseProject')}
            showSearch={{ optionFilterProp: 'label' }}
            value={project}
            onChange={setProject}
            options={[
              ...(subjects.length > 0 ? [{ label: ofSubjects('subjects'), options: subjects.map(inList) }] : []),
              { label: ofSubjects('projectsOf'), options: projects.map(inList) },
            ]}
          />
          <ChooseAgency value={agency} onChoose={setAgency} />
          {project !== null && agency !== null ? <AssignmentCheck campaign={campaign.id} project={project} agency={agency} /> : null}
          {assign.error ? <ProblemAlert error={assign.error} /> : null}
          {assign.data ? (
            <Alert
              type="success"
              showIcon
              title={say('assigned', {
                project: [...projects, ...(made.data?.items ?? [])].find(({ id }) => id === assign.data.project)?.name ?? '',
              })}
            />
          ) : null}
          <div>
            <Button
              type="primary"
              disabled={project === null || agency === null}
              loading={assign.isPending}
              onClick={() => {
                assign.mutate({
                  params: { path: { campaign: campaign.id } },
                  body: { project: project ?? '', agency: agency ?? '' },
                });
              }}
            >
              {say('doAssign')}
            </Button>
          </div>
        </div>
      </Panel>
      <NewSubject campaign={campaign.id} projects={projects} onMade={setProject} />
      <Proposals
        campaign={campaign.id}
        onTake={(code) => {
          setProject(projects.find((it) => it.code === code)?.id ?? null);
        }}
      />
    </div>
  );
};

/** The bureau selects projects and assigns agencies before the stage opens; the rule's proposals stand below. */
export const Component = ({ campaign, stage }: StageTabProps) => {
  const say = useWords(AGENCIES);
  const me = useMe();
  if (!hasRole(me, 'bureau')) return <Panel>{say('bureauOnly')}</Panel>;
  if (stage.status === 'planned') return <Assign campaign={campaign} />;
  return (
    <div className="evaluation-stack">
      <Alert type="info" showIcon title={say('assignLate')} />
      <Proposals campaign={campaign.id} />
    </div>
  );
};
