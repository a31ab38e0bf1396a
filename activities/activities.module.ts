import { Module } from '@nestjs/common';
import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  CalendarActivities,
  CampaignActivities,
  EvaluationActivities,
  LinkageActivities,
  RectificationActivities,
  StageActivities,
} from '#contracts/campaign/campaign.contract.js';
import type { AgencyReplacementActivities } from '#contracts/evaluation/agency-replacement.contract.js';
import type { DataRequestActivities } from '#contracts/evaluation/data-request.contract.js';
import type { EngineActivities, RecordingActivities } from '#contracts/obligation/obligation.contract.js';
import type { OrganisationActivities } from '#contracts/organisation/organisation.contract.js';
import { CalendarRepository } from '#persistence/campaign/calendar.repository.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { DisclosureRepository } from '#persistence/campaign/disclosure.repository.js';
import { DrawRepository } from '#persistence/campaign/draw.repository.js';
import { DataRequestRepository } from '#persistence/campaign/data-request.repository.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import { LightRepository } from '#persistence/campaign/light.repository.js';
import { LinkageDocumentRepository } from '#persistence/campaign/linkage-document.repository.js';
import { LinkageRepository } from '#persistence/campaign/linkage.repository.js';
import { NoticeRepository } from '#persistence/campaign/notice.repository.js';
import { ObjectionRepository } from '#persistence/campaign/objection.repository.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import { QuestionnaireRepository } from '#persistence/campaign/questionnaire.repository.js';
import { RecheckRepository } from '#persistence/campaign/recheck.repository.js';
import { RectificationRepository } from '#persistence/campaign/rectification.repository.js';
import { ReplacementRepository } from '#persistence/campaign/replacement.repository.js';
import { ResultRepository } from '#persistence/campaign/result.repository.js';
import { ScoringRepository } from '#persistence/campaign/scoring.repository.js';
import { WarningRepository } from '#persistence/campaign/warning.repository.js';
import { WholeDepartmentRepository } from '#persistence/campaign/whole-department.repository.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { ObligationRepository } from '#persistence/obligation/obligation.repository.js';
import { OrganisationChangeRepository } from '#persistence/organisation/organisation-change.repository.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { BudgetLinkageActivitiesProvider } from './budget-linkage/budget-linkage.activities.js';
import { BudgetLinkageRoom } from './budget-linkage/budget-linkage.room.js';
import { LinkageLetters } from './budget-linkage/linkage-letters.js';
import { CampaignLauncher } from './campaign/campaign-launcher.js';
import { CampaignActivitiesProvider } from './campaign/campaign.activities.js';
import { OpeningPreview } from './campaign/opening-preview.js';
import { ProjectAdmission } from './campaign/project-admission.js';
import { ForeseenChanges } from './organisation/foreseen-changes.js';
import { RecalendarActivitiesProvider } from './campaign/recalendar.activities.js';
import { PublicationObjections } from './disclosure/publication-objections.js';
import { Republishing } from './disclosure/republishing.js';
import { DisclosureRoom } from './disclosure/disclosure.room.js';
import { EngineActivitiesProvider } from './engine/engine.activities.js';
import { ReEvaluation } from './ex-ante-evaluation/re-evaluation.js';
import { ExAnteEvaluationRoom } from './ex-ante-evaluation/ex-ante-evaluation.room.js';
import { FeedbackRoom } from './feedback/feedback.room.js';
import { NoticeCorrection } from './feedback/notice-correction.js';
import { SignOff } from './feedback/sign-off.js';
import { AgencyReplacementActivitiesProvider } from './key-evaluation/agency-replacement.activities.js';
import { DataRequestActivitiesProvider } from './key-evaluation/data-request.activities.js';
import { KeyEvaluationActivitiesProvider } from './key-evaluation/key-evaluation.activities.js';
import { KeyEvaluationRoom } from './key-evaluation/key-evaluation.room.js';
import { Disposals } from './monitoring/disposals.js';
import { Examination } from './monitoring/examination.js';
import { KeyMonitoring } from './monitoring/key-monitoring.js';
import { MonitoringRoom } from './monitoring/monitoring.room.js';
import { SecondRound } from './monitoring/second-round.js';
import { WarningDesk } from './monitoring/warning-desk.js';
import { ObjectionDesk } from './objection/objection-desk.js';
import { Objections } from './objection/objections.js';
import { SETTLEMENTS } from './objection/settlement.js';
import { EFFECT_SOURCES } from './obligation/effects.js';
import { ObligationStarter } from './obligation/obligation-starter.js';
import { OpenObligations } from './obligation/open-obligations.js';
import { RecordingActivitiesProvider } from './obligation/recording.activities.js';
import { OrganisationActivitiesProvider } from './organisation/organisation-change.activities.js';
import { PlannedChanges } from './organisation/planned-change.js';
import { Succession } from './organisation/succession.js';
import { Relocation } from './organisation/relocation.js';
import { RectificationActivitiesProvider } from './rectification/rectification.activities.js';
import { RectificationRoom } from './rectification/rectification.room.js';
import { RecheckDesk } from './rectification/recheck.js';
import { RemainderDesk } from './rectification/remainder.js';
import { CheckObjections } from './self-evaluation/check-objections.js';
import { ProblemList } from './self-evaluation/problem-list.js';
import { SelfEvaluationRoom } from './self-evaluation/self-evaluation.room.js';
import { SpotCheck } from './self-evaluation/spot-check.js';
import { WholeDepartment } from './self-evaluation/whole-department.js';
import { RecordedDraws } from './stage/recorded-draws.js';
import { STAGE_ROOMS } from './stage/room.js';
import { StageActivitiesProvider } from './stage/stage.activities.js';
import { UnitFilings } from './stage/unit-filings.js';
import { Admission } from './campaign/admission.js';
import { Refiling } from './target-filing/refiling.js';
import { TargetFilingRoom } from './target-filing/target-filing.room.js';

const REPOSITORIES = [
  CalendarRepository,
  CampaignRepository,
  DataRequestRepository,
  DisclosureRepository,
  DocumentRepository,
  DrawRepository,
  EvaluationRepository,
  LightRepository,
  LinkageDocumentRepository,
  LinkageRepository,
  NoticeRepository,
  ObjectionRepository,
  ObligationRepository,
  OrganisationChangeRepository,
  OutboxRepository,
  ProjectRepository,
  QuestionnaireRepository,
  RecheckRepository,
  RectificationRepository,
  ReplacementRepository,
  ResultRepository,
  ScoringRepository,
  WarningRepository,
  WholeDepartmentRepository,
];

const ROOMS: Type[] = [
  ExAnteEvaluationRoom,
  TargetFilingRoom,
  MonitoringRoom,
  SelfEvaluationRoom,
  KeyEvaluationRoom,
  FeedbackRoom,
  RectificationRoom,
  DisclosureRoom,
  BudgetLinkageRoom,
];

/** Where an objection is settled, one a kind of document that may be objected to. */
const OBJECTED: Type[] = [ReEvaluation, CheckObjections, NoticeCorrection, RecheckDesk, PublicationObjections];

/** One a workflow's needs. */
const PROVIDERS: Type[] = [
  RecordingActivitiesProvider,
  EngineActivitiesProvider,
  StageActivitiesProvider,
  CampaignActivitiesProvider,
  KeyEvaluationActivitiesProvider,
  DataRequestActivitiesProvider,
  AgencyReplacementActivitiesProvider,
  RectificationActivitiesProvider,
  BudgetLinkageActivitiesProvider,
  OrganisationActivitiesProvider,
  RecalendarActivitiesProvider,
];

export interface ActivityParts {
  readonly source: DataSource;
  readonly engine: Engine;
  readonly clock: Clock;
}

/** Everything that writes: one provider a workflow's needs, one room a stage. */
@Module({})
export class ActivitiesModule {
  static forRoot({ source, engine, clock }: ActivityParts): DynamicModule {
    const all = (token: symbol, inject: Type[]) => ({ provide: token, useFactory: (...them: unknown[]) => them, inject });
    return {
      module: ActivitiesModule,
      providers: [
        { provide: DataSource, useValue: source },
        { provide: Engine, useValue: engine },
        { provide: Clock, useValue: clock },
        ...REPOSITORIES,
        CampaignLauncher,
        ObligationOpener,
        ObligationStarter,
        OpenObligations,
        UnitFilings,
        Refiling,
        Admission,
        SignOff,
        LinkageLetters,
        PlannedChanges,
        Succession,
        Relocation,
        Examination,
        KeyMonitoring,
        Disposals,
        ProblemList,
        SpotCheck,
        WholeDepartment,
        ObjectionDesk,
        Republishing,
        ...OBJECTED,
        Objections,
        RecordedDraws,
        RemainderDesk,
        SecondRound,
        WarningDesk,
        ...ROOMS,
        all(EFFECT_SOURCES, [...ROOMS, Objections]),
        all(SETTLEMENTS, OBJECTED),
        all(STAGE_ROOMS, ROOMS),
        ...PROVIDERS,
        ProjectAdmission,
        OpeningPreview,
        ForeseenChanges,
      ],
      exports: [OpeningPreview, ForeseenChanges],
    };
  }
}

type Activities = RecordingActivities &
  EngineActivities &
  CampaignActivities &
  StageActivities &
  EvaluationActivities &
  DataRequestActivities &
  AgencyReplacementActivities &
  RectificationActivities &
  LinkageActivities &
  CalendarActivities &
  OrganisationActivities;

/** Which provider carries out which activity. */
const HOME: { readonly [N in keyof Activities]: Type<Pick<Activities, N>> } = {
  recordTransitions: RecordingActivitiesProvider,
  startObligations: EngineActivitiesProvider,
  tellPartClosed: EngineActivitiesProvider,
  recordCampaignCommand: CampaignActivitiesProvider,
  rescheduleStage: CampaignActivitiesProvider,
  moveStageDeadlines: CampaignActivitiesProvider,
  cancelStageObligations: CampaignActivitiesProvider,
  openForUnits: CampaignActivitiesProvider,
  openRefiling: CampaignActivitiesProvider,
  admitProjects: CampaignActivitiesProvider,
  startStage: CampaignActivitiesProvider,
  closeCampaign: CampaignActivitiesProvider,
  openStage: StageActivitiesProvider,
  startParts: StageActivitiesProvider,
  countOpenParts: StageActivitiesProvider,
  finishStage: StageActivitiesProvider,
  closeStage: StageActivitiesProvider,
  tellStageClosed: StageActivitiesProvider,
  openEvaluationPart: KeyEvaluationActivitiesProvider,
  closeEvaluation: KeyEvaluationActivitiesProvider,
  openDataRequest: DataRequestActivitiesProvider,
  replaceAgency: AgencyReplacementActivitiesProvider,
  followReplacement: AgencyReplacementActivitiesProvider,
  openRectification: RectificationActivitiesProvider,
  openRectificationItems: RectificationActivitiesProvider,
  closeRectification: RectificationActivitiesProvider,
  proposeLinkage: BudgetLinkageActivitiesProvider,
  openLinkageComments: BudgetLinkageActivitiesProvider,
  openLinkageDecision: BudgetLinkageActivitiesProvider,
  carryLinkage: BudgetLinkageActivitiesProvider,
  changeCalendar: RecalendarActivitiesProvider,
  recalendarObligations: RecalendarActivitiesProvider,
  applyOrganisationChange: OrganisationActivitiesProvider,
  followOrganisationChange: OrganisationActivitiesProvider,
};

/** The activities by name, bound to their providers, as a worker registers them. */
export const activitiesOf = (context: INestApplicationContext): Activities => {
  const bound = Object.entries(HOME).map(([name, provider]) => {
    const instance = context.get<Record<string, (argument: unknown) => Promise<unknown>>>(provider);
    return [name, instance[name]!.bind(instance)] as const;
  });
  return Object.fromEntries(bound) as unknown as Activities;
};
