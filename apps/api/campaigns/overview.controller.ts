import { Controller } from '@nestjs/common';
import { getOverview } from '#contracts/api/overview.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Overview } from './overview.js';

@Controller()
export class OverviewController {
  constructor(private readonly overview: Overview) {}

  @Serves(getOverview)
  get(@Ask() { viewer, params }: Ask<typeof getOverview>) {
    return this.overview.of(viewer, params.campaign);
  }
}
