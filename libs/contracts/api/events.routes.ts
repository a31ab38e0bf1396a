import { route } from './route.js';

/** What may have changed: never what it became; whoever is told reads it again, with their own rights. */
export interface Change {
  readonly kind: 'campaign' | 'obligation' | 'document' | 'evaluation' | 'agency' | 'person' | 'publication' | 'notification';
  /** Of a publication: the id of the document that was published. */
  readonly id: string;
}

/**
 * Server-sent events. `changed`: data is `{"changes": [Change]}`. `resync`: more has changed than is told one by one, or it is not known what;
 * data is `{}`. `session-ended`: log in again. Lines that begin with a colon keep the connection open. An event's id given back as
 * Last-Event-ID makes the next connection begin where this one ended.
 */
export const readEvents = route({
  id: 'readEvents',
  method: 'get',
  path: '/events',
  tag: 'events',
  summary: '实时更新 Kinds and ids of what the caller may see and what changed, as server-sent events (Accept: text/event-stream)',
  action: 'session.own',
  mediaType: 'text/event-stream',
  status: 200,
});

export const EVENT_ROUTES = [readEvents];
