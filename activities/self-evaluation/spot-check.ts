import { Injectable } from '@nestjs/common';
import type { SpotCheckSeedContent } from '#domain/self-evaluation/content.js';
import { DrawRepository } from '#persistence/campaign/draw.repository.js';
import type { DrawRow } from '#persistence/campaign/draw.repository.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import { ResultRepository } from '#persistence/campaign/result.repository.js';
import { WholeDepartmentRepository } from '#persistence/campaign/whole-department.repository.js';
import type { WholeScore } from '#persistence/campaign/whole-department.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { DocumentDraft, ObligationDraft } from '#persistence/obligation/obligation-opener.js';
import { commonOf } from '../stage/draft.js';
import { RecordedDraws } from '../stage/recorded-draws.js';
import type { Opening } from '../stage/room.js';

const NOWHERE = { unit: null, department: null, sectorOffice: null, agency: null };

/**
 * 抽查复核: the list of all scored self-evaluations, of projects and of units as a whole, is frozen under its hash; the seed comes from a public value of a source that the policy
 * names, entered by the bureau as an obligation of its own, or else from the trail; the sample follows from both and is owed by the bureau.
 */
@Injectable()
export class SpotCheck {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly results: ResultRepository,
    private readonly wholes: WholeDepartmentRepository,
    private readonly draws: DrawRepository,
    private readonly recorded: RecordedDraws,
    private readonly opener: ObligationOpener,
  ) {}

  /** Freezes the list and draws, or waits for the public value. Answers how many parts that opened; asked again, none. */
  async begin(opening: Opening): Promise<number> {
    const { manager, stage, now } = opening;
    const scores = await this.results.byProject(manager, stage.campaign.id, 'self-evaluation');
    const before: unknown[] = await manager.query(`select from obligation where stage_id = $1 and kind like 'spot-check%' limit 1`, [
      stage.id,
    ]);
    const wholes = [...(await this.wholes.selfScores(manager, stage.campaign.id)).values()];
    if (scores.size + wholes.length === 0 || before.length > 0) return 0;
    const draw = await this.freeze(opening, [...scores.keys()], wholes);
    const { publicValue } = stage.campaign.policy.selfEvaluation.spotCheck;
    if (publicValue) return (await this.askForValue(opening)).length;
    await this.recorded.draw(opening, 'spot-check', draw, await this.recorded.fromTrail(manager, stage.id));
    return (await this.openSample({ manager, stage, now })).length;
  }

  /** The bureau has entered the public value: the sample is drawn and owed. A value that gives no seed is asked for again. */
  async enter(opening: Opening, { publishedOn, value }: SpotCheckSeedContent, openedBy: string): Promise<void> {
    const draw = await this.draws.ofStage(opening.manager, opening.stage.id);
    if (!draw || draw.origin) return;
    const origin = { method: 'public-value', source: draw.source!, namedOn: draw.namedOn!, publishedOn, value } as const;
    if (await this.recorded.draw(opening, 'spot-check', draw, origin)) await this.openSample(opening, openedBy);
    else await this.askForValue(opening, openedBy);
  }

  private async freeze(opening: Opening, scored: readonly string[], wholes: readonly WholeScore[]): Promise<DrawRow> {
    const projects = await this.projects.byIds(opening.manager, scored);
    const ofProjects = [...projects.values()].map(({ id, department, adjustedBudget, approvedBudget, initialBudget }) => ({
      id,
      department,
      amount: adjustedBudget ?? approvedBudget ?? initialBudget ?? '0',
    }));
    const candidates = [...ofProjects, ...wholes.map(({ unit, department, amount }) => ({ id: unit, department, amount }))];
    const { rate, strata, amountBounds, publicValue } = opening.stage.campaign.policy.selfEvaluation.spotCheck;
    const rule = { rate, strata, ...(amountBounds ? { amountBounds } : {}) };
    return this.recorded.freeze(opening, 'spot-check', candidates, rule, publicValue?.source);
  }

  private async askForValue(opening: Opening, openedBy?: string): Promise<readonly string[]> {
    const { source, within, ladder } = opening.stage.campaign.policy.selfEvaluation.spotCheck.publicValue!;
    const common = commonOf(opening.stage, 'spot-check-seed', opening.now, { due: undefined, within, chain: undefined, ladder });
    return this.open(opening, { ...common, title: '登记抽签数值', documents: [{ title: `抽签数值：${source}` }] }, openedBy);
  }

  private async openSample(opening: Opening, openedBy?: string): Promise<readonly string[]> {
    const { manager, stage, now } = opening;
    const drawn: { project: string | null; unit: string | null; name: string }[] = await manager.query(
      `select p.id as project, u.id as unit, coalesce(p.name, u.name || '（部门整体）') as name
       from spot_check_draw d cross join lateral jsonb_array_elements(d.drawn) with ordinality as it (line, place)
       left join project p on p.id = (it.line ->> 'id')::uuid left join budget_unit u on u.id = (it.line ->> 'id')::uuid
       where d.stage_id = $1 order by it.place`,
      [stage.id],
    );
    const { within } = stage.campaign.policy.selfEvaluation.spotCheck;
    const common = commonOf(stage, 'spot-check', now, { due: undefined, within, chain: undefined });
    const documents = drawn.map(({ project, unit, name }): DocumentDraft => ({ title: `抽查复核：${name}`, project, subject: unit }));
    return this.open(opening, { ...common, title: '自评抽查复核', documents }, openedBy);
  }

  private async open(
    { manager, stage, now }: Opening,
    draft: Omit<ObligationDraft, 'place' | 'seats' | 'openedBy'>,
    openedBy?: string,
  ): Promise<readonly string[]> {
    const seats = (await loadSeats(manager, stage.campaign.district)).of('bureau', NOWHERE);
    return this.opener.open(manager, [{ ...draft, place: NOWHERE, seats, ...(openedBy === undefined ? {} : { openedBy }) }], now);
  }
}
