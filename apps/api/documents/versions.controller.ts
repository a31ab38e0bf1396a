import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/versions.routes.js';
import { getBackground } from '#contracts/api/background.routes.js';
import { getExAnteStanding } from '#contracts/api/ex-ante.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Background } from './background.js';
import { ExAnte } from './ex-ante.js';
import { ReviewComments } from './review-comments.js';
import { Versions } from './versions.js';

@Controller()
export class VersionsController {
  constructor(
    private readonly versions: Versions,
    private readonly comments: ReviewComments,
    private readonly exAnte: ExAnte,
    private readonly backgrounds: Background,
  ) {}

  @Serves(routes.listVersions)
  list(@Ask() { viewer, params, query }: Ask<typeof routes.listVersions>) {
    return this.versions.list(viewer, params.document, query);
  }

  @Serves(routes.getVersion)
  one(@Ask() { viewer, params }: Ask<typeof routes.getVersion>) {
    return this.versions.one(viewer, params.document, params.version);
  }

  @Serves(routes.getDifference)
  difference(@Ask() { viewer, params, query }: Ask<typeof routes.getDifference>) {
    return this.versions.difference(viewer, params.document, query.from, query.to);
  }

  @Serves(routes.listComments)
  reviewComments(@Ask() { viewer, params, query }: Ask<typeof routes.listComments>) {
    return this.comments.list(viewer, params.document, query);
  }

  @Serves(getExAnteStanding)
  standing(@Ask() { viewer, params }: Ask<typeof getExAnteStanding>) {
    return this.exAnte.standing(viewer, params.document);
  }

  @Serves(getBackground)
  background(@Ask() { viewer, params }: Ask<typeof getBackground>) {
    return this.backgrounds.of(viewer, params.document);
  }
}
