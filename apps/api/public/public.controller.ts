import type { Readable } from 'node:stream';
import { Controller, Req, UseGuards, UseInterceptors } from '@nestjs/common';
import { DataSource } from 'typeorm';
import * as routes from '#contracts/api/public.routes.js';
import { publicDistricts } from '#persistence/reading/public.js';
import { Ask, Serves } from '../http/serves.js';
import { PublicCache } from './public-cache.js';
import { PublicReading } from './public-reading.js';
import { PublicThrottle } from './public-throttle.js';

/** 公开门户: read by everybody, without log-in. */
@Controller()
@UseGuards(PublicThrottle)
@UseInterceptors(PublicCache)
export class PublicController {
  constructor(
    private readonly source: DataSource,
    private readonly reading: PublicReading,
  ) {}

  @Serves(routes.listPublicDistricts)
  async districts() {
    return { items: await publicDistricts(this.source) };
  }

  @Serves(routes.getPublicDistrict)
  district(@Ask() { params }: Ask<typeof routes.getPublicDistrict>) {
    return this.reading.district(params.code);
  }

  @Serves(routes.listPublicPublications)
  list(@Ask() { params, query }: Ask<typeof routes.listPublicPublications>) {
    return this.reading.list(params.code, query);
  }

  @Serves(routes.getPublicPublication)
  get(@Ask() { params }: Ask<typeof routes.getPublicPublication>) {
    return this.reading.one(params.publication);
  }

  @Serves(routes.downloadPublicationJson)
  json(@Ask() { params }: Ask<typeof routes.downloadPublicationJson>) {
    return this.reading.json(params.publication);
  }

  @Serves(routes.downloadPublicationCsv)
  csv(@Ask() { params }: Ask<typeof routes.downloadPublicationCsv>) {
    return this.reading.csv(params.publication);
  }

  @Serves(routes.verifyPublicationHash)
  verify(@Ask() { body }: Ask<typeof routes.verifyPublicationHash>) {
    return this.reading.verifyHash(body.hash);
  }

  @Serves(routes.verifyPublicationFile)
  verifyFile(@Req() file: Readable) {
    return this.reading.verifyFile(file);
  }
}
