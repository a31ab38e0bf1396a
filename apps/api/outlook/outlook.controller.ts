import { Controller } from '@nestjs/common';
import { getCampaignOutlook, getObligationOutlook } from '#contracts/api/outlook.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Outlook } from './outlook.js';

@Controller()
export class OutlookController {
  constructor(private readonly outlook: Outlook) {}

  @Serves(getObligationOutlook)
  obligation(@Ask() { viewer, params }: Ask<typeof getObligationOutlook>) {
    return this.outlook.ofObligation(viewer, params.obligation);
  }

  @Serves(getCampaignOutlook)
  campaign(@Ask() { viewer, params }: Ask<typeof getCampaignOutlook>) {
    return this.outlook.ofCampaign(viewer, params.campaign);
  }
}
