import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { csvText } from '#contracts/export/csv.js';
import { compareScores } from '#domain/comparison/compare.js';
import { comparisonRuleOf } from '#domain/comparison/policy-rule.js';
import type { ComparedGroup, ComparedItem, ScoredItem } from '#domain/comparison/scores.js';
import { show } from '#domain/score/exact.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { readScored } from '#persistence/reading/comparison.js';
import type { Against, ScoredFilter, ScoredProject } from '#persistence/reading/comparison.js';
import { decodeCursor, encodeCursor } from '#persistence/reading/keyset.js';
import { Campaigns } from '../campaigns/campaigns.js';

interface Asked extends ScoredFilter {
  readonly against: Against;
  readonly beyond?: boolean | undefined;
}

const SORT = 'projectCode';
const KEYS = [{ sql: 'p.id', type: 'uuid' as const }];

const figure = (exact: string) => ({ exact, shown: show(exact) });

const scoredItem = (it: ScoredProject): ScoredItem => ({
  name: it.projectName,
  unit: it.unit,
  category: it.department,
  ...(it.agency === null ? {} : { agency: it.agency }),
  selfScore: it.self,
  agencyScore: it.other,
  origin: { document: [it.selfDocument, it.otherDocument].flatMap((id) => (id === null ? [] : [`document/${id}`])).join(' · ') },
});

const itemOf = (
  { self, other, selfDocument: _self, otherDocument: _other, ...ref }: ScoredProject,
  { gap, beyond, flags }: ComparedItem,
) => ({
  ...ref,
  self: self === null ? null : figure(self),
  other: figure(other),
  gap: gap.value === null ? null : figure(gap.value),
  ...{ beyond, flags, ...gap.sentence, explanation: gap },
});

type Item = ReturnType<typeof itemOf>;

const groupOf = (names: ReadonlyMap<string, string>, { group, agency, leniency, ...figures }: ComparedGroup) => ({
  ...{ id: group === '' ? null : group, name: names.get(group) ?? '', self: figures.self, other: agency, gap: figures.gap },
  ...{ signs: figures.signs, grades: figures.grades, leaning: leniency.value, ...leniency.sentence, explanation: leniency },
});

const HEADER = [
  '项目编码',
  '项目名称',
  '主管部门',
  '实施单位',
  '第三方机构',
  '自评得分',
  '复核（第三方）得分',
  '分差',
  '超出允许分差',
  '离群',
];
const lineOf = ({ projectCode, projectName, departmentName, unitName, agencyName, self, other, gap, beyond, flags }: Item): string[] => [
  ...[projectCode, projectName, departmentName, unitName, agencyName ?? '', self?.shown ?? '', other.shown, gap?.shown ?? ''],
  ...[beyond === null ? '' : beyond ? '是' : '否', flags.includes('outside-fences') ? '是' : '否'],
];

/** 自评与第三方评分比较, of what the viewer sees, by the campaign's policy. Computed anew each time: nothing is kept beside the scores. */
@Injectable()
export class Comparisons {
  constructor(
    private readonly source: DataSource,
    private readonly visible: Campaigns,
    private readonly campaigns: CampaignRepository,
  ) {}

  async page(viewer: Viewer, campaign: string, { limit, cursor, ...asked }: Asked & { limit: number; cursor?: string | undefined }) {
    const { items, ...summary } = await this.compare(viewer, campaign, asked);
    const from = cursor === undefined ? 0 : this.after(items, cursor);
    const shown = items.slice(from, from + limit);
    const next = from + limit < items.length ? encodeCursor({ sort: SORT, key: [shown.at(-1)!.project] }) : null;
    return { items: shown, next, ...summary };
  }

  async csv(viewer: Viewer, campaign: string, asked: Asked): Promise<string> {
    const { items } = await this.compare(viewer, campaign, asked);
    return csvText([HEADER, ...items.map(lineOf)]);
  }

  private after(items: readonly Item[], cursor: string): number {
    const [id] = decodeCursor(cursor, SORT, KEYS);
    const at = items.findIndex(({ project }) => project === id);
    if (at < 0) throw new Problem('BAD_CURSOR');
    return at + 1;
  }

  private async compare(viewer: Viewer, id: string, { against, beyond, ...filter }: Asked) {
    await this.visible.get(viewer, id, 'results.read');
    const { policy } = await this.campaigns.campaign(this.source.manager, id);
    const rows = await readScored(this.source, viewer, id, against, filter);
    const rule = comparisonRuleOf(policy);
    const { items, overall, units, agencies, categories, fences } = compareScores(rows.map(scoredItem), rule);
    const names = new Map(
      rows.flatMap((it) => [
        [it.unit, it.unitName],
        [it.department, it.departmentName],
        [it.agency ?? '', it.agencyName ?? ''],
      ]),
    );
    const groups = (some: readonly ComparedGroup[]) => some.map((it) => groupOf(names, it));
    const { tolerance, atLeast, notable, fence } = rule;
    return {
      items: rows.map((row, i) => itemOf(row, items[i]!)).filter((it) => beyond === undefined || it.beyond === beyond),
      rule: { tolerance, atLeast, notable, fence },
      overall: groupOf(names, overall),
      ...{ departments: groups(categories), units: groups(units), agencies: groups(agencies) },
      fences: { low: fences.value && figure(fences.value.low), high: fences.value && figure(fences.value.high), ...fences.sentence },
    };
  }
}
