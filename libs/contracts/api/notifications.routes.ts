import { z } from 'zod';
import { flag, id, instant, day, listQuery, page } from './fields.js';
import { route } from './route.js';

const tag = 'notifications';

const notification = z
  .strictObject({
    /** A number as text. */
    id: z.string(),
    kind: z.string(),
    /** What the kind says, as in a mail. */
    zh: z.string(),
    en: z.string(),
    at: instant,
    obligation: id.nullable(),
    title: z.string().nullable(),
    dueOn: day.nullable(),
    documents: z.array(id),
    /** The numbered letter that was issued: read it at /approval-replies or /linkage-documents. */
    letter: z.strictObject({ type: z.enum(['approval-reply', 'linkage-document']), id }).nullable(),
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notification' });

const count = z
  .strictObject({
    unread: z.int(),
    /** There are more than were counted. */
    more: z.boolean(),
  })
  .meta({ id: 'UnreadCount' });

const notificationId = z.string().regex(/^\d{1,18}$/);

export const listNotifications = route({
  id: 'listNotifications',
  method: 'get',
  path: '/notifications',
  tag,
  summary: '消息 What the caller was told, newest first: the same messages that go by mail',
  action: 'notifications.own',
  query: listQuery(['-at', 'at'], { unread: flag.optional() }),
  answer: page(notification),
});
export const countUnread = route({
  id: 'countUnread',
  method: 'get',
  path: '/notifications/unread-count',
  tag,
  summary: '未读数 How many are not read, counted up to 1,000',
  action: 'notifications.own',
  answer: count,
});
export const markRead = route({
  id: 'markRead',
  method: 'post',
  path: '/notifications/read',
  tag,
  summary: '标记已读 Mark some as read, or all up to an instant; what is another’s is left alone',
  action: 'notifications.own',
  body: z.union([z.strictObject({ notifications: z.array(notificationId).min(1).max(500) }), z.strictObject({ until: instant })]),
  answer: count,
});

const feed = z.strictObject({ createdAt: instant }).meta({ id: 'CalendarFeed' });

export const getFeed = route({
  id: 'getCalendarFeed',
  method: 'get',
  path: '/calendar-feed',
  tag,
  summary: '日历订阅 Whether the caller has a calendar feed; its address is not shown again',
  action: 'notifications.own',
  answer: feed,
});
export const openFeed = route({
  id: 'openCalendarFeed',
  method: 'post',
  path: '/calendar-feed',
  tag,
  summary: '开通日历订阅 A secret address for a calendar program, shown this once; an earlier one ends',
  action: 'notifications.own',
  answer: z.strictObject({ ...feed.shape, url: z.string() }).meta({ id: 'OpenedCalendarFeed' }),
  status: 201,
});
export const closeFeed = route({
  id: 'closeCalendarFeed',
  method: 'delete',
  path: '/calendar-feed',
  tag,
  summary: '停用日历订阅 The address ends',
  action: 'notifications.own',
});
export const readFeed = route({
  id: 'readCalendarFeed',
  method: 'get',
  path: '/calendar-feeds/{token}',
  tag,
  summary: '日历 Deadlines of the person to whom the secret address belongs, as iCalendar (RFC 5545)',
  action: 'public',
  params: z.strictObject({ token: z.string().regex(/^[\w-]{43}(\.ics)?$/) }),
  answer: z.string(),
  mediaType: 'text/calendar',
});

export const NOTIFICATION_ROUTES = [listNotifications, countUnread, markRead, getFeed, openFeed, closeFeed, readFeed];
