import type { OrganisationChange } from '#contracts/organisation/organisation.contract.js';
import { api } from '../../api/client.js';
import type { Schemas, once } from '../../api/client.js';

export type ChangeAnswer = Schemas['OrganisationChangeAnswer'];
type Header = ReturnType<typeof once>;

/** Makes a change of projects or units by the command that it has. */
export const useMakeChange = () => {
  const transfer = api.useMutation('post', '/api/v1/projects/{project}/transfer');
  const cancel = api.useMutation('post', '/api/v1/projects/{project}/cancellation');
  const split = api.useMutation('post', '/api/v1/projects/{project}/split');
  const merge = api.useMutation('post', '/api/v1/projects/merge');
  const dissolve = api.useMutation('post', '/api/v1/units/{unit}/dissolution');
  return (wish: OrganisationChange, reason: string, header: Header): Promise<ChangeAnswer> => {
    switch (wish.kind) {
      case 'transfer-project':
        return transfer.mutateAsync({ params: { path: { project: wish.project }, header }, body: { unit: wish.unit, reason } });
      case 'cancel-project':
        return cancel.mutateAsync({ params: { path: { project: wish.project }, header }, body: { reason } });
      case 'split-project':
        return split.mutateAsync({ params: { path: { project: wish.project }, header }, body: { parts: [...wish.parts], reason } });
      case 'merge-projects': {
        const { code, name, unit } = wish;
        return merge.mutateAsync({ params: { header }, body: { projects: [...wish.projects], code, name, unit, reason } });
      }
      case 'dissolve-unit':
        return dissolve.mutateAsync({ params: { path: { unit: wish.unit }, header }, body: { successor: wish.successor, reason } });
    }
  };
};
