import { App, Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { useRefresh } from '../../../api/refresh.js';
import { AskReason } from '../../../parts/ask/ask-reason.js';
import { useWords } from '../../../words/words.js';
import { ORGANISATION } from './organisation.words.js';

const MOST = 500;
const countOf = (it: { readonly items: readonly unknown[]; readonly next: string | null } | undefined): string =>
  it === undefined ? '…' : `${String(it.items.length)}${it.next === null ? '' : '+'}`;

/** Dissolves a unit: what its successor takes over is told before. */
export const Dissolve = ({ unit, onClose }: { readonly unit: Schemas['Unit']; readonly onClose: () => void }) => {
  const say = useWords(ORGANISATION);
  const id = useId();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [successor, setSuccessor] = useState<string>();
  const of = { unit: unit.id, limit: MOST };
  const projects = api.useQuery('get', '/api/v1/projects', { params: { query: { ...of, status: 'active' } } });
  const open = api.useQuery('get', '/api/v1/obligations', { params: { query: { ...of, status: 'open' } } });
  const units = api.useQuery('get', '/api/v1/units', { params: { query: { district: unit.district, limit: MOST } } });
  const dissolve = api.useMutation('post', '/api/v1/units/{unit}/dissolution');
  const others = (units.data?.items ?? []).filter((it) => it.id !== unit.id && it.dissolvedOn === null);
  return (
    <AskReason
      title={say('dissolveTitle', { name: unit.name })}
      act={say('dissolve')}
      danger
      ready={successor !== undefined}
      consequences={say('dissolveText', { projects: countOf(projects.data), open: countOf(open.data) })}
      onClose={onClose}
      onAct={async (reason, header) => {
        if (successor === undefined) return;
        const wish = { params: { path: { unit: unit.id }, header }, body: { successor, reason } };
        const { moved, reopened, cancelled } = await dissolve.mutateAsync(wish);
        void message.success(say('dissolved', { moved, reopened, cancelled }));
        await refresh('/api/v1');
      }}
    >
      <div>
        <label htmlFor={id}>{say('successor')}</label>
        <Select
          id={id}
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          loading={units.isPending}
          value={successor ?? null}
          onChange={(it: string | null) => {
            setSuccessor(it ?? undefined);
          }}
          options={others.map((it) => ({ value: it.id, label: `${it.code} ${it.name}` }))}
        />
      </div>
    </AskReason>
  );
};
