import { Controller, Header } from '@nestjs/common';
import * as routes from '#contracts/api/notifications.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { CalendarFeeds } from './calendar-feeds.js';
import { Notifications } from './notifications.js';

@Controller()
export class NotificationsController {
  constructor(
    private readonly notifications: Notifications,
    private readonly feeds: CalendarFeeds,
  ) {}

  @Serves(routes.listNotifications)
  list(@Ask() { viewer, query }: Ask<typeof routes.listNotifications>) {
    return this.notifications.list(viewer, query);
  }

  @Serves(routes.countUnread)
  unread(@Ask() { viewer }: Ask<typeof routes.countUnread>) {
    return this.notifications.unread(viewer);
  }

  @Serves(routes.markRead)
  markRead(@Ask() { viewer, body }: Ask<typeof routes.markRead>) {
    return this.notifications.read(viewer, body);
  }

  @Serves(routes.getFeed)
  feed(@Ask() { viewer }: Ask<typeof routes.getFeed>) {
    return this.feeds.get(viewer);
  }

  @Serves(routes.openFeed)
  open(@Ask() { viewer }: Ask<typeof routes.openFeed>) {
    return this.feeds.open(viewer);
  }

  @Serves(routes.closeFeed)
  close(@Ask() { viewer }: Ask<typeof routes.closeFeed>) {
    return this.feeds.close(viewer);
  }

  @Serves(routes.readFeed)
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'inline; filename="jiheng.ics"')
  calendar(@Ask() { params }: Ask<typeof routes.readFeed>) {
    return this.feeds.read(params.token);
  }
}
