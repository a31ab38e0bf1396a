import type { Day } from '#domain/policy/policy.js';
import type { StageName } from '#domain/stage/stage.js';

export const campaignWorkflowId = (campaign: string): string => `campaign/${campaign}`;
export const stageWorkflowId = (campaign: string, key: string): string => `campaign/${campaign}/${key}`;
export const isStageWorkflow = (workflow: string): boolean => /^campaign\/[^/]+\/./.test(workflow);
export const evaluationWorkflowId = (evaluation: string): string => `evaluation/${evaluation}`;
export const rectificationWorkflowId = (notice: string): string => `rectification/${notice}`;
export const linkageWorkflowId = (campaign: string): string => `linkage/${campaign}`;

/** One stage as the year sees it. `opensAt` (ms) is null for a stage that follows another one. */
export interface StageTiming {
  readonly stage: string;
  readonly key: string;
  readonly name: StageName;
  readonly opensAt: number | null;
  readonly after: readonly string[];
  /** Its due day had passed when the campaign was launched: it is not opened any more. */
  readonly skipped: boolean;
}

export interface AnnualCycleInput {
  readonly campaign: string;
  readonly stages: readonly StageTiming[];
}

export type StageProgress = 'planned' | 'opening' | 'open' | 'closed';

export interface Progress {
  readonly paused: boolean;
  readonly stages: readonly (StageTiming & { readonly progress: StageProgress })[];
}

interface Asked {
  readonly requestId: string;
  readonly actor: string;
  readonly reason: string;
}

/** Updates of `annualCycle`. Each answers when what it asked for is recorded and under way. */
export interface CampaignCommands {
  /** Moves a stage: before it opens its opening and due day, afterwards the due day of everything that is open in it. */
  reschedule: Asked & { readonly key: string; readonly opensOn?: Day; readonly dueOn?: Day };
  pause: Asked;
  resume: Asked;
  /** Units that came late get the tasks of a stage that is open. */
  addUnits: Asked & { readonly key: string; readonly units: readonly string[] };
  /** Closes a stage early: what is open in it is cancelled with the reason. */
  closeStage: Asked & { readonly key: string };
  /** 预算调整: the target of this project is filed again; the amount holds once that is approved. Decimal yuan. */
  adjustBudget: Asked & { readonly project: string; readonly amount: string };
  /** 年中新增项目: their targets are filed, and stages that are open have them from now on. */
  addProjects: Asked & { readonly projects: readonly string[] };
  /** 日历更新: the campaign and all that is open in it go by these versions of their years (`cn-2027@1`). */
  recalendar: Asked & { readonly calendar: readonly string[] };
}

export type CampaignCommandName = keyof CampaignCommands;

export interface CampaignAnswer {
  readonly done: boolean;
  readonly detail: Readonly<Record<string, string | number>>;
}

export interface CampaignActivities {
  /** Writes who asked the year for what, and whether it was done, into the campaign's audit stream. */
  recordCampaignCommand(entry: {
    readonly campaign: string;
    readonly sequence: number;
    readonly now: number;
    readonly command: CampaignCommandName;
    readonly actor: string;
    readonly detail: Readonly<Record<string, unknown>>;
  }): Promise<void>;
  /** New instants of a planned stage after its days were moved. */
  rescheduleStage(request: {
    readonly stage: string;
    readonly opensOn?: Day;
    readonly dueOn?: Day;
    readonly now: number;
  }): Promise<{ readonly opensAt: number | null }>;
  /** Asks every open obligation of the stage to follow. Heartbeats; resumes where it was. */
  moveStageDeadlines(request: {
    readonly stage: string;
    readonly dueOn: Day;
    readonly reason: string;
    readonly requestId: string;
  }): Promise<number>;
  cancelStageObligations(request: { readonly stage: string; readonly reason: string; readonly requestId: string }): Promise<number>;
  openForUnits(request: { readonly stage: string; readonly units: readonly string[]; readonly now: number }): Promise<OpenedParts>;
  openRefiling(request: {
    readonly campaign: string;
    readonly project: string;
    readonly amount: string;
    readonly reason: string;
    readonly actor: string;
    readonly requestId: string;
    readonly now: number;
  }): Promise<{ readonly obligation: string }>;
  /**
   * Opens what projects that came during the year owe: their targets (and ex-ante evaluations), and the filings of the stages that are open.
   * Safe to repeat: what is there is not opened twice. Answers what the year waits for.
   */
  admitProjects(request: {
    readonly campaign: string;
    readonly projects: readonly string[];
    readonly now: number;
  }): Promise<{ readonly awaited: readonly string[]; readonly opened: number }>;
  startStage(request: { readonly campaign: string; readonly stage: string; readonly key: string; readonly name: StageName }): Promise<void>;
  /** Nothing runs any more: the campaign is closed. */
  closeCampaign(request: { readonly campaign: string; readonly now: number }): Promise<void>;
}

export interface CalendarRequest {
  readonly campaign: string;
  readonly calendar: readonly string[];
  readonly reason: string;
  readonly requestId: string;
}

export interface CalendarActivities {
  /** One transaction: the campaign's calendar, with audit, and a word to everybody whose instants move. Answers its version. */
  changeCalendar(request: CalendarRequest & { readonly actor: string; readonly now: number }): Promise<{ readonly version: string }>;
  /** Asks everything that is open to go by the campaign's calendar. Heartbeats; safe to repeat. Answers how many followed. */
  recalendarObligations(request: CalendarRequest): Promise<number>;
}

export interface StageInput {
  readonly campaign: string;
  readonly stage: string;
  readonly key: string;
  readonly name: StageName;
}

export interface OpenedParts {
  readonly parts: number;
}

export interface StageActivities {
  /** Opens the stage for everybody in one set-based transaction: rows, tasks, audit and outbox together. */
  openStage(request: { readonly stage: string; readonly now: number }): Promise<OpenedParts>;
  /** Starts the workflows of parts that have none yet, all of them. Heartbeats; safe to repeat. */
  startParts(request: { readonly stage: string }): Promise<void>;
  /** How many parts of the stage are still open, by the tables. */
  countOpenParts(request: { readonly stage: string }): Promise<number>;
  /** What follows when the last part is closed (a spot-check draw, approval replies); may open more parts. */
  finishStage(request: { readonly stage: string; readonly now: number }): Promise<OpenedParts>;
  closeStage(request: { readonly stage: string; readonly now: number }): Promise<void>;
  tellStageClosed(request: { readonly campaign: string; readonly key: string }): Promise<void>;
}

/** The parts of one key evaluation, in order. */
export const EVALUATION_PARTS = ['plan', 'draft', 'comment', 'final'] as const;
export type EvaluationPart = (typeof EVALUATION_PARTS)[number];

export interface EvaluationInput {
  readonly evaluation: string;
  readonly parent: string;
}

export interface EvaluationActivities {
  /** Opens and starts the obligation of one part; answers its id. Asked again it answers the same. */
  openEvaluationPart(request: { readonly evaluation: string; readonly part: EvaluationPart; readonly now: number }): Promise<string>;
  closeEvaluation(request: { readonly evaluation: string; readonly now: number; readonly accepted: boolean }): Promise<void>;
}

export interface RectificationInput {
  readonly notice: string;
  readonly parent: string;
}

export interface RectificationActivities {
  /** Opens and starts one obligation for each due day among the notice's findings; answers their ids. */
  openRectification(request: { readonly notice: string; readonly now: number }): Promise<readonly string[]>;
  /** The notice's obligations that are not closed: acceptance of a partial report opens one for what is left. */
  openRectificationItems(request: { readonly notice: string }): Promise<readonly string[]>;
  closeRectification(request: { readonly notice: string; readonly now: number }): Promise<void>;
}

export interface LinkageInput {
  readonly campaign: string;
  readonly stage: string;
  readonly parent: string;
}

export interface LinkageActivities {
  /** Computes a proposal for every project by the policy's rules. */
  proposeLinkage(request: { readonly campaign: string; readonly now: number }): Promise<number>;
  /** Opens and starts the comment windows of the departments; answers the obligations. */
  openLinkageComments(request: { readonly campaign: string; readonly now: number }): Promise<readonly string[]>;
  openLinkageDecision(request: { readonly campaign: string; readonly now: number }): Promise<readonly string[]>;
  /** Carries what was decided into the next year's campaign. */
  carryLinkage(request: { readonly campaign: string; readonly now: number }): Promise<number>;
}
