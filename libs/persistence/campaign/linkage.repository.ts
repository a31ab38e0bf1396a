import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Override } from '#domain/budget-linkage/table.js';
import type { Json } from '#domain/json.js';
import type { Treatment } from '#domain/policy/policy.js';
import { ACTORS } from './actors.js';

export interface LinkageFacts {
  readonly project: string;
  readonly name: string;
  readonly department: string;
  readonly baseAmount: string;
  readonly executed: string | null;
  readonly initialBudget: string | null;
  readonly approvedBudget: string | null;
  /** The budget in force: adjusted, else approved, else initial. */
  readonly adjustedBudget: string | null;
  readonly fundsReceived: string | null;
  readonly score: string | null;
  readonly grade: string | null;
  /** Findings of the year, and those of them that are not struck off. */
  readonly findings: number;
  readonly openFindings: number;
  readonly selfScore: string | null;
  /** How often its target filing came back. */
  readonly returns: number;
  /** The spot check found the self-score untrue; null when it was not drawn. */
  readonly untrue: boolean | null;
}

export interface LinkageProposal {
  readonly project: string;
  readonly baseAmount: string;
  readonly treatment: Treatment;
  readonly amount: string;
  readonly explanation: Json;
}

/** The bureau's decision on a proposal; it may differ from it. */
export interface LinkageDecision {
  readonly proposal: string;
  readonly treatment: Treatment;
  readonly amount: string;
  readonly reason: string;
  /** Who filed it, and who approved it; null where nobody was asked to. */
  readonly by: string | null;
  readonly approvedBy: string | null;
  readonly at: number;
}

export interface ProposalRow {
  readonly id: string;
  readonly project: string;
  readonly projectName: string;
  readonly department: string;
  readonly sectorOffice: string | null;
}

@Injectable()
export class LinkageRepository {
  /** What the linkage rules of the policy ask about, for every active project of the campaign's year. */
  async facts(manager: EntityManager, campaign: string): Promise<readonly LinkageFacts[]> {
    return manager.query(
      `select p.id as project, p.name, p.department_id as department, coalesce(p.adjusted_budget, p.approved_budget, p.initial_budget, 0)::text as "baseAmount",
         p.executed_amount::text as executed, coalesce(p.adjusted_budget, p.approved_budget, p.initial_budget)::text as "adjustedBudget",
         p.initial_budget::text as "initialBudget", p.approved_budget::text as "approvedBudget", p.funds_received::text as "fundsReceived",
         e.score::text as score, e.grade, s.score::text as "selfScore",
         (select count(*)::int from finding f where f.evaluation_id = e.id) as findings,
         (select count(*)::int from finding f where f.evaluation_id = e.id and f.struck_off_at is null) as "openFindings",
         (select coalesce(sum(greatest(d.round - 1, 0)), 0)::int from document d
          where d.campaign_id = c.id and d.project_id = p.id and d.kind = 'target') as returns,
         (select k.conclusion = 'untrue' from result k where k.campaign_id = c.id and k.project_id = p.id and k.kind = 'spot-check') as untrue
       from campaign c join project p on p.district_id = c.district_id and p.fiscal_year = c.fiscal_year and p.status = 'active'
       left join evaluation e on e.campaign_id = c.id and e.project_id = p.id and e.status = 'accepted'
       left join result s on s.campaign_id = c.id and s.project_id = p.id and s.kind = 'self-evaluation'
       where c.id = $1 order by p.code`,
      [campaign],
    );
  }

  async propose(manager: EntityManager, campaign: string, proposals: readonly LinkageProposal[]): Promise<void> {
    await manager.query(
      `insert into linkage_proposal (id, campaign_id, project_id, base_amount, proposed_treatment, proposed_amount, explanation)
       select l.id, $2, l.project, l."baseAmount", l.treatment, l.amount, l.explanation
       from jsonb_to_recordset($1::text::jsonb)
         as l (id uuid, project uuid, "baseAmount" numeric, treatment text, amount numeric, explanation jsonb)
       on conflict on constraint linkage_proposal_uk do nothing`,
      [JSON.stringify(proposals.map((it) => ({ ...it, id: uuid() }))), campaign],
    );
  }

  async ofCampaign(manager: EntityManager, campaign: string): Promise<readonly ProposalRow[]> {
    return manager.query(
      `select l.id, p.id as project, p.name as "projectName", p.department_id as department, p.sector_office_id as "sectorOffice"
       from linkage_proposal l join project p on p.id = l.project_id where l.campaign_id = $1 order by p.code`,
      [campaign],
    );
  }

  async decide(manager: EntityManager, { proposal, treatment, amount, reason, by, approvedBy, at }: LinkageDecision): Promise<void> {
    await manager.query(
      `update linkage_proposal set decided_treatment = $2, decided_amount = $3, reason = $4, decided_by = $5, approved_by = $6, decided_at = $7
       where id = $1`,
      [proposal, treatment, amount, reason, by, approvedBy, new Date(at).toISOString()],
    );
  }

  /** Who filed the documents last and who approved them, by document. */
  async actors(
    manager: EntityManager,
    documents: readonly string[],
  ): Promise<ReadonlyMap<string, Pick<LinkageDecision, 'by' | 'approvedBy'>>> {
    const rows: (Pick<LinkageDecision, 'by' | 'approvedBy'> & { readonly document: string })[] = await manager.query(
      `select d.id as document, filed.actor_id as by, approved.actor_id as "approvedBy" from document d ${ACTORS} where d.id = any ($1)`,
      [documents],
    );
    return new Map(rows.map(({ document, ...actors }) => [document, actors]));
  }

  /** Decisions that changed their proposal: who, from what to what, and why. */
  async overrides(manager: EntityManager, campaign: string): Promise<ReadonlyMap<string, Override>> {
    const rows: (Override & { readonly project: string })[] = await manager.query(
      `select project_id as project, decided_treatment as treatment, decided_amount::text as amount, reason, coalesce(decided_by::text, '') as by
       from linkage_proposal where campaign_id = $1 and decided_at is not null
         and (decided_treatment <> proposed_treatment or decided_amount <> proposed_amount)`,
      [campaign],
    );
    return new Map(rows.map(({ project, ...override }) => [project, override]));
  }

  /** How many proposals have not reached the next year's budget yet, and may still do: a decision that was rejected or cancelled will not. */
  async uncarried(manager: EntityManager, campaign: string): Promise<number> {
    const rows: { open: number }[] = await manager.query(
      `select count(*)::int as open from linkage_proposal l where l.campaign_id = $1 and l.carried_at is null and not exists (
         select from document d where d.subject_id = l.id and d.kind = 'linkage-decision' and d.status in ('rejected', 'cancelled', 'lapsed'))`,
      [campaign],
    );
    return rows[0]!.open;
  }

  /** Decisions become the next year's baseline: the project continues with the decided amount, and its filer sees why. */
  async carry(manager: EntityManager, campaign: string, at: number): Promise<number> {
    const [carried]: [unknown[], number] = await manager.query(
      `update linkage_proposal set carried_at = $2 where campaign_id = $1 and carried_at is null and decided_at is not null returning id`,
      [campaign, new Date(at).toISOString()],
    );
    await manager.query(
      `insert into project (id, district_id, fiscal_year, unit_id, department_id, sector_office_id, code, name, attribute, class,
         initial_budget, sources, prior_linkage, status)
       select gen_random_uuid(), p.district_id, p.fiscal_year + 1, p.unit_id, p.department_id, p.sector_office_id, p.code, p.name, 'continuing',
         p.class, l.decided_amount, jsonb_build_object('initial_budget', 'linkage_proposal/' || l.id),
         jsonb_build_object('proposal', l.id, 'treatment', l.decided_treatment, 'amount', l.decided_amount::text, 'reason', l.reason,
           'fiscalYear', p.fiscal_year),
         case when l.decided_treatment = 'cancel' then 'cancelled' else 'active' end
       from linkage_proposal l join project p on p.id = l.project_id where l.campaign_id = $1 and l.carried_at is not null
       on conflict on constraint project_code_uk do update set prior_linkage = excluded.prior_linkage`,
      [campaign],
    );
    return carried.length;
  }
}
