import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/calendars.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Calendars } from './calendars.js';
import { CalendarPreview } from './preview.js';

@Controller()
export class CalendarsController {
  constructor(
    private readonly calendars: Calendars,
    private readonly previews: CalendarPreview,
  ) {}

  @Serves(routes.listCalendars)
  list(@Ask() { query }: Ask<typeof routes.listCalendars>) {
    return this.calendars.list(query.year);
  }

  @Serves(routes.getCalendar)
  get(@Ask() { params }: Ask<typeof routes.getCalendar>) {
    return this.calendars.get(params.version);
  }

  @Serves(routes.makeCalendar)
  make(@Ask() { viewer, body }: Ask<typeof routes.makeCalendar>) {
    return this.calendars.make(viewer, body);
  }

  @Serves(routes.previewCalendar)
  preview(@Ask() { viewer, params, body }: Ask<typeof routes.previewCalendar>) {
    return this.previews.of(viewer, params.campaign, body);
  }
}
