import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import * as routes from '#contracts/api/disclosure.routes.js';
import { COVERAGE_LIST, DUTY_LIST, PUBLICATION_LIST, PUBLICATION_VERSIONS } from '#persistence/reading/disclosure.js';
import { readList } from '#persistence/reading/list.js';
import { Ask, Serves } from '../http/serves.js';
import { Corrections } from './corrections.js';

/** 公开: what everybody reads without log-in, and the duty that it is held against. */
@Controller()
export class DisclosureController {
  constructor(
    private readonly source: DataSource,
    private readonly corrections: Corrections,
  ) {}

  @Serves(routes.listPublications)
  publications(@Ask() { query }: Ask<typeof routes.listPublications>) {
    return readList(this.source, PUBLICATION_LIST, null, query);
  }

  @Serves(routes.listPublicationVersions)
  versions(@Ask() { params, query }: Ask<typeof routes.listPublicationVersions>) {
    return readList(this.source, PUBLICATION_VERSIONS, null, { ...query, ...params });
  }

  @Serves(routes.correctPublication)
  correct(@Ask() { viewer, params, body }: Ask<typeof routes.correctPublication>) {
    return this.corrections.correct(viewer, params.publication, body.reason);
  }

  @Serves(routes.listDisclosureDuties)
  duties(@Ask() { viewer, query }: Ask<typeof routes.listDisclosureDuties>) {
    return readList(this.source, DUTY_LIST, viewer, query);
  }

  @Serves(routes.listDisclosureCoverage)
  coverage(@Ask() { viewer, query }: Ask<typeof routes.listDisclosureCoverage>) {
    return readList(this.source, COVERAGE_LIST, viewer, query);
  }
}
