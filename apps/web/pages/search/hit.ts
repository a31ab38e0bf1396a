import type { Schemas } from '../../api/client.js';
import { hasRole } from '../../app/session/session.js';
import type { Session } from '../../app/session/session.js';

export type Hit = Schemas['SearchHit'];
export type Kind = Hit['kind'];

export const KINDS: readonly Kind[] = ['project', 'unit', 'document', 'finding', 'agency', 'person'];

/** Where a hit leads; null where it has no page that this person may open. */
export const wayTo = ({ kind, id, document, evaluation, project }: Hit, me: Session): string | null => {
  switch (kind) {
    case 'project':
      return `/projects/${id}`;
    case 'unit':
      return `/units/${id}`;
    case 'document':
      return `/documents/${id}`;
    case 'finding':
      if (document) return `/documents/${document}`;
      if (evaluation) return `/evaluations/${evaluation}`;
      return project ? `/projects/${project}` : null;
    case 'agency':
      return hasRole(me, 'bureau', 'observer', 'agency') ? `/agencies/${id}` : null;
    case 'person':
      return hasRole(me, 'bureau', 'system') ? `/administration/people?person=${id}` : null;
  }
};
