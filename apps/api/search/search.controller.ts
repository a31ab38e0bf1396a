import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SEARCHED, searchAll } from '#contracts/api/search.routes.js';
import { search } from '#persistence/reading/search.js';
import { Ask, Serves } from '../http/serves.js';

/** 全局搜索: one question to all that the caller may see. */
@Controller()
export class SearchController {
  constructor(private readonly source: DataSource) {}

  @Serves(searchAll)
  async search(@Ask() { viewer, query }: Ask<typeof searchAll>) {
    const kinds = query.kind === undefined ? SEARCHED : [query.kind];
    const hits = await search(this.source, viewer, query.q, kinds, query.limit);
    const found = kinds.map((kind) => ({ kind, hits: hits.filter((it) => it.kind === kind) }));
    return {
      items: found.flatMap((it) => it.hits.slice(0, query.limit)),
      more: found.filter((it) => it.hits.length > query.limit).map(({ kind }) => kind),
    };
  }
}
