import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { kindText } from '#activities/notification/texts.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readList } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { countUnread, markRead, NOTIFICATION_LIST } from '#persistence/reading/notifications.js';
import { Clock } from '#platform/clock.js';

type Which = { readonly notifications: readonly string[] } | { readonly until: string | Date };

/** The outbox, seen by those to whom its messages go: what a mail says, the screen says. */
@Injectable()
export class Notifications {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer, query: ListQuery) {
    const page = await readList<{ kind: string }>(this.source, NOTIFICATION_LIST, viewer, { ...query, present: this.now() });
    const items = page.items.map((it) => ({ ...it, zh: kindText(it.kind, 'zh'), en: kindText(it.kind, 'en') }));
    return { ...page, items };
  }

  unread({ person }: Viewer) {
    return countUnread(this.source, person, this.now());
  }

  async read(viewer: Viewer, which: Which) {
    await markRead(this.source, viewer.person, this.now(), 'until' in which ? { until: new Date(which.until) } : which);
    return this.unread(viewer);
  }

  private now(): Date {
    return new Date(this.clock.now());
  }
}
