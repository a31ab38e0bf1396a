import { Alert, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { SUBJECT_TYPES } from '#domain/key-evaluation/evaluation-type.js';
import type { SubjectType } from '#domain/key-evaluation/evaluation-type.js';
import { api, once } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useRefresh } from '../../api/refresh.js';
import { ChooseUnit } from '../../parts/choose/choose.js';
import { Panel } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import { EVALUATION } from './evaluation.words.js';
import { SUBJECTS } from './subjects.words.js';

interface NewSubjectProps {
  readonly campaign: string;
  /** Of the year, to choose those that a policy or bond covers. */
  readonly projects: readonly Pick<Schemas['Project'], 'id' | 'code' | 'name' | 'unit'>[];
  readonly onMade: (subject: string) => void;
}

interface Typed {
  readonly type: SubjectType;
  readonly unit?: string | undefined;
  readonly name: string;
  readonly projects: readonly string[];
}

const EMPTY: Typed = { type: 'whole-department', name: '', projects: [] };

const isWhole = ({ type }: Typed): boolean => type === 'whole-department';

const isComplete = (it: Typed): boolean =>
  it.unit !== undefined && (isWhole(it) || (it.name.trim() !== '' && (it.type === 'policy' || it.projects.length > 0)));

const bodyOf = ({ type, unit = '', name, projects }: Typed) => ({
  type,
  unit,
  ...(type === 'whole-department' ? {} : { name: name.trim(), projects: [...projects] }),
});

/** 评价对象: what is evaluated beside single projects is created here, and assigned like one. */
export const NewSubject = ({ campaign, projects, onMade }: NewSubjectProps) => {
  const say = useWords(SUBJECTS);
  const word = useWords(EVALUATION);
  const refresh = useRefresh();
  const [typed, setTyped] = useState(EMPTY);
  const create = api.useMutation('post', '/api/v1/campaigns/{campaign}/evaluation-subjects');
  const make = async (): Promise<void> => {
    const { id } = await create.mutateAsync({ params: { path: { campaign }, header: once() }, body: bodyOf(typed) });
    setTyped(EMPTY);
    await refresh('/api/v1/evaluation-subjects');
    onMade(id);
  };
  const set = (change: Partial<Typed>): void => {
    setTyped((it) => ({ ...it, ...change }));
  };
  return (
    <Panel title={say('title')}>
      <div className="evaluation-stack">
        <p style={{ margin: 0 }}>{say('intro')}</p>
        <Select
          aria-label={say('type')}
          value={typed.type}
          onChange={(type) => {
            set({ type });
          }}
          options={SUBJECT_TYPES.map((value) => ({ value, label: word(value) }))}
        />
        <ChooseUnit
          department={undefined}
          value={typed.unit}
          onChoose={(unit) => {
            set({ unit });
          }}
        />
        {isWhole(typed) ? null : (
          <>
            <Input
              aria-label={say('name')}
              placeholder={say('name')}
              maxLength={200}
              value={typed.name}
              onChange={({ target }) => {
                set({ name: target.value });
              }}
            />
            <Select
              mode="multiple"
              aria-label={say('projects')}
              placeholder={say('projects')}
              showSearch={{ optionFilterProp: 'label' }}
              value={[...typed.projects]}
              onChange={(chosen) => {
                set({ projects: chosen });
              }}
              options={projects.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
            />
          </>
        )}
        {create.error ? <ProblemAlert error={create.error} /> : null}
        {create.data ? <Alert type="success" showIcon title={say('made', { name: create.data.name })} /> : null}
        <div>
          <Button disabled={!isComplete(typed)} loading={create.isPending} onClick={() => void make().catch(() => undefined)}>
            {say('make')}
          </Button>
        </div>
      </div>
    </Panel>
  );
};
