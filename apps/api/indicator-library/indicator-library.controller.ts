import type { Readable } from 'node:stream';
import { Controller, Req } from '@nestjs/common';
import * as routes from '#contracts/api/indicator-library.routes.js';
import { given } from '../http/given.js';
import { Ask, Serves } from '../http/serves.js';
import { Copies } from './copies.js';
import { EntryFiles } from './entry-files.js';
import { IndicatorLibrary } from './indicator-library.js';

@Controller()
export class IndicatorLibraryController {
  constructor(
    private readonly library: IndicatorLibrary,
    private readonly copies: Copies,
    private readonly files: EntryFiles,
  ) {}

  @Serves(routes.listEntries)
  list(@Ask() { viewer, query }: Ask<typeof routes.listEntries>) {
    return this.library.list(viewer, query);
  }

  @Serves(routes.listSectors)
  sectors(@Ask() { viewer, query }: Ask<typeof routes.listSectors>) {
    return this.files.sectors(viewer, query.district);
  }

  @Serves(routes.downloadTemplate)
  template(@Ask() { viewer }: Ask<typeof routes.downloadTemplate>) {
    return this.files.template(viewer);
  }

  @Serves(routes.exportEntries)
  export(@Ask() { viewer, query }: Ask<typeof routes.exportEntries>) {
    return this.files.export(viewer, query);
  }

  @Serves(routes.receiveEntries)
  receive(@Ask() { viewer, query }: Ask<typeof routes.receiveEntries>, @Req() file: Readable) {
    return this.files.receive(viewer, query, file);
  }

  @Serves(routes.getEntry)
  get(@Ask() { viewer, params }: Ask<typeof routes.getEntry>) {
    return this.library.get(viewer, params.entry);
  }

  @Serves(routes.addEntry)
  add(@Ask() { viewer, body }: Ask<typeof routes.addEntry>) {
    return this.library.add(viewer, body);
  }

  @Serves(routes.changeEntry)
  change(@Ask() { viewer, params, version, body }: Ask<typeof routes.changeEntry>) {
    return this.library.change(viewer, params.entry, version, given(body));
  }

  @Serves(routes.importEntries)
  import(@Ask() { viewer, body }: Ask<typeof routes.importEntries>) {
    return this.library.import(viewer, body.district, body.csv, body.acceptGood);
  }

  @Serves(routes.copyEntries)
  copy(@Ask() { viewer, params, version, body }: Ask<typeof routes.copyEntries>) {
    return this.copies.copy(viewer, params.document, version, body.entries.map(given));
  }

  @Serves(routes.listOrigins)
  origins(@Ask() { viewer, params }: Ask<typeof routes.listOrigins>) {
    return this.copies.origins(viewer, params.document);
  }
}
