import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import type { RaterRules } from '#domain/key-evaluation/ratings.js';
import { ratingsComplete, scoringLines } from '#domain/key-evaluation/scoring-sheet.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { ASSIGNED_EVALUATION } from '#persistence/reading/agencies.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { RATER_CANDIDATES, SCORING_LIST } from '#persistence/reading/scoring.js';
import { ScoringSheets } from './scoring-sheets.js';

interface Row {
  readonly evaluation: string;
  readonly campaign: string;
  readonly status: string;
  readonly raters: readonly { readonly person: string; readonly document: string; readonly dueOn: string; readonly filed: boolean }[];
}

/** Lists about scoring: what is scored and how far it is, and who may be named. */
@Injectable()
export class ScoringLists {
  constructor(
    private readonly source: DataSource,
    private readonly sheets: ScoringSheets,
  ) {}

  async list(viewer: Viewer, query: ListQuery) {
    const { items, next } = await readList<Row>(this.source, SCORING_LIST, viewer, query);
    const rules = new Map<string, RaterRules>();
    for (const campaign of new Set(items.map((it) => it.campaign))) rules.set(campaign, (await this.sheets.rules(campaign))!);
    const shown = [];
    for (const row of items) shown.push(await this.shown(row, rules.get(row.campaign)!, viewer.person));
    return { items: shown, next };
  }

  /** @throws Problem NOT_FOUND for an evaluation whose raters the viewer may not name */
  async candidates(viewer: Viewer, evaluation: string, query: ListQuery) {
    const found = await readOne(this.source, { ...ASSIGNED_EVALUATION, action: 'ratings.name' }, viewer, evaluation);
    if (!found) throw new Problem('NOT_FOUND');
    return readList(this.source, RATER_CANDIDATES, viewer, { ...query, evaluation });
  }

  private async shown({ raters, ...row }: Row, rules: RaterRules, reader: string) {
    const filed = raters.filter((it) => it.filed).length;
    const days = raters.flatMap((it) => (it.filed ? [] : [it.dueOn])).sort();
    const own = raters.find(({ person }) => person === reader);
    const isComplete = ratingsComplete({ rules, raters: raters.length, filed });
    const arbitrates = row.status === 'draft' && isComplete && rules.arbitrateAbove !== undefined;
    return {
      ...{ ...row, wanted: rules.raters, named: raters.length, filed, dueOn: days[0] ?? null },
      own: own ? { document: own.document, filed: own.filed } : null,
      toArbitrate: arbitrates ? await this.apart(row.evaluation, rules) : [],
    };
  }

  /** Indicators whose raters are too far apart and that nobody has decided on. */
  private async apart(evaluation: string, rules: RaterRules): Promise<readonly string[]> {
    const known = { ...(await this.sheets.known(this.source.manager, evaluation)), rules };
    const lines = scoringLines(known).filter(({ combined }) => combined?.arbitrate === true);
    return lines.flatMap(({ indicator: { level3 } }) => (known.arbitrations.has(level3) ? [] : [level3]));
  }
}
