import { Controller, StreamableFile } from '@nestjs/common';
import * as routes from '#contracts/api/comparison.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Comparisons } from './comparisons.js';

@Controller()
export class ComparisonController {
  constructor(private readonly comparisons: Comparisons) {}

  @Serves(routes.compareCampaign)
  compare(@Ask() { viewer, params, query: { sort: _, ...query } }: Ask<typeof routes.compareCampaign>) {
    return this.comparisons.page(viewer, params.campaign, query);
  }

  @Serves(routes.exportComparison)
  async export(@Ask() { viewer, params, query }: Ask<typeof routes.exportComparison>) {
    const text = await this.comparisons.csv(viewer, params.campaign, query);
    return new StreamableFile(Buffer.from(text), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="comparison.csv"' });
  }
}
