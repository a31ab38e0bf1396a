import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/year.routes.js';
import { given } from '../http/given.js';
import { Ask, Serves } from '../http/serves.js';
import { ChangePreview } from './change-preview.js';
import { LaunchPreview } from './launch-preview.js';
import { Year } from './year.js';

/** The year as the bureau plans and watches it. */
@Controller()
export class YearController {
  constructor(
    private readonly year: Year,
    private readonly launch: LaunchPreview,
    private readonly change: ChangePreview,
  ) {}

  @Serves(routes.getTimeline)
  timeline(@Ask() { viewer, params }: Ask<typeof routes.getTimeline>) {
    return this.year.timeline(viewer, params.campaign);
  }

  @Serves(routes.getHeatMap)
  heatMap(@Ask() { viewer, params }: Ask<typeof routes.getHeatMap>) {
    return this.year.heatMap(viewer, params.campaign);
  }

  @Serves(routes.getLaunchPreview)
  preview(@Ask() { viewer, params }: Ask<typeof routes.getLaunchPreview>) {
    return this.launch.of(viewer, params.campaign);
  }

  @Serves(routes.listForeseenObligations)
  obligations(@Ask() { viewer, params, query }: Ask<typeof routes.listForeseenObligations>) {
    return this.launch.obligations(viewer, params.campaign, params.key, query);
  }

  @Serves(routes.listForeseenLetters)
  letters(@Ask() { viewer, params, query }: Ask<typeof routes.listForeseenLetters>) {
    return this.launch.letters(viewer, params.campaign, params.key, query);
  }

  @Serves(routes.previewReschedule)
  reschedule(@Ask() { viewer, params, body }: Ask<typeof routes.previewReschedule>) {
    return this.change.of(viewer, params.campaign, given(body));
  }
}
