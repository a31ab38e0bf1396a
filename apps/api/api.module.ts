import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { ActivitiesModule } from '#activities/activities.module.js';
import { CampaignLauncher } from '#activities/campaign/campaign-launcher.js';
import { Examination } from '#activities/monitoring/examination.js';
import { EvaluationDesk } from '#activities/key-evaluation/evaluation-desk.js';
import { ExecutionFeed } from '#activities/monitoring/execution-feed.js';
import { WarningDesk } from '#activities/monitoring/warning-desk.js';
import { Reseating } from '#activities/organisation/reseating.js';
import { AttachmentRepository } from '#persistence/attachment/attachment.repository.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { WebhookRepository } from '#persistence/notification/webhook.repository.js';
import { ApprovalReplyRepository } from '#persistence/campaign/approval-reply.repository.js';
import { AgencyRepository } from '#persistence/campaign/agency.repository.js';
import { IndicatorEntryRepository } from '#persistence/campaign/indicator-entry.repository.js';
import { CalendarRepository } from '#persistence/campaign/calendar.repository.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { DisclosureRepository } from '#persistence/campaign/disclosure.repository.js';
import { ExecutionRepository } from '#persistence/campaign/execution.repository.js';
import { LightRepository } from '#persistence/campaign/light.repository.js';
import { RehearsalRepository } from '#persistence/rehearsal/rehearsal.repository.js';
import { WarningRepository } from '#persistence/campaign/warning.repository.js';
import { ObligationStarter } from '#activities/obligation/obligation-starter.js';
import { LinkageRepository } from '#persistence/campaign/linkage.repository.js';
import { QuestionnaireRepository } from '#persistence/campaign/questionnaire.repository.js';
import { SubjectRepository } from '#persistence/campaign/subject.repository.js';
import { ScoringRepository } from '#persistence/campaign/scoring.repository.js';
import { ObjectionRepository } from '#persistence/campaign/objection.repository.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import { WholeDepartmentRepository } from '#persistence/campaign/whole-department.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import { CandidateRepository } from '#persistence/campaign/candidate.repository.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { AdministrationController } from './administration/administration.controller.js';
import { BackupDesk } from './administration/backup-desk.js';
import { MailDesk } from './administration/mail-desk.js';
import { SystemStatus } from './administration/system-status.js';
import { ApprovalRepliesController } from './approval-replies/approval-replies.controller.js';
import { ApprovalReplies } from './approval-replies/approval-replies.js';
import { Copies } from './indicator-library/copies.js';
import { EntryFiles } from './indicator-library/entry-files.js';
import { IndicatorLibraryController } from './indicator-library/indicator-library.controller.js';
import { IndicatorLibrary } from './indicator-library/indicator-library.js';
import { ReplyIssuer } from './approval-replies/reply-issuer.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { Calendars } from './calendars/calendars.js';
import { CalendarPreview } from './calendars/preview.js';
import { CampaignsController, PoliciesController } from './campaigns/campaigns.controller.js';
import { Admissions } from './campaigns/admissions.js';
import { Campaigns } from './campaigns/campaigns.js';
import { OverviewController } from './campaigns/overview.controller.js';
import { Overview } from './campaigns/overview.js';
import { Policies } from './campaigns/policies.js';
import { ComparisonController } from './comparison/comparison.controller.js';
import { Comparisons } from './comparison/comparisons.js';
import { Republishing } from '#activities/disclosure/republishing.js';
import { Corrections } from './disclosure/corrections.js';
import { DisclosureController } from './disclosure/disclosure.controller.js';
import { PublicController } from './public/public.controller.js';
import { PublicThrottle } from './public/public-throttle.js';
import { PublicReading } from './public/public-reading.js';
import { LinkageController } from './budget-linkage/linkage.controller.js';
import { WhatIfs } from './budget-linkage/what-ifs.js';
import { AnnexesController } from './documents/annexes.controller.js';
import { Attachments } from './documents/attachments.js';
import { Background } from './documents/background.js';
import { Comments } from './documents/comments.js';
import { DocumentsController } from './documents/documents.controller.js';
import { Documents } from './documents/documents.js';
import { DraftCheck } from './documents/draft-check.js';
import { DraftScores } from './documents/draft-scores.js';
import { ExAnte } from './documents/ex-ante.js';
import { ReviewComments } from './documents/review-comments.js';
import { Transitions } from './documents/transitions.js';
import { VersionsController } from './documents/versions.controller.js';
import { Versions } from './documents/versions.js';
import { ChangeWatch } from './events/change-watch.js';
import { EventsController } from './events/events.controller.js';
import { LiveEvents } from './events/live-events.js';
import { AccessGuard } from './http/access.guard.js';
import { Once } from './http/once.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RouteInterceptor } from './http/route.interceptor.js';
import { Trail } from './http/trail.js';
import { Disposals } from './monitoring/disposals.js';
import { Reallocations } from './monitoring/reallocations.js';
import { ExecutionImport } from './monitoring/execution-import.js';
import { MonitoringContext } from './monitoring/monitoring-context.js';
import { MonitoringController } from './monitoring/monitoring.controller.js';
import { Monitoring } from './monitoring/monitoring.js';
import { AgenciesController } from './key-evaluation/agencies.controller.js';
import { Agencies } from './key-evaluation/agencies.js';
import { AgencyWork } from './key-evaluation/agency-work.js';
import { Assignments } from './key-evaluation/assignments.js';
import { EvaluationController } from './key-evaluation/evaluation.controller.js';
import { EvaluationDetail } from './key-evaluation/evaluation-detail.js';
import { EvaluationSubjectsController } from './key-evaluation/evaluation-subjects.controller.js';
import { EvaluationSubjects } from './key-evaluation/evaluation-subjects.js';
import { KeyEvaluationController } from './key-evaluation/key-evaluation.controller.js';
import { DataRequests } from './key-evaluation/data-requests.js';
import { Ledger } from './key-evaluation/ledger.js';
import { Proposals } from './key-evaluation/proposals.js';
import { QuestionnairesController } from './key-evaluation/questionnaires.controller.js';
import { Questionnaires } from './key-evaluation/questionnaires.js';
import { Respondents } from './key-evaluation/respondents.js';
import { ScoringController } from './key-evaluation/scoring.controller.js';
import { ScoringLists } from './key-evaluation/scoring-lists.js';
import { ScoringSheets } from './key-evaluation/scoring-sheets.js';
import { Scoring } from './key-evaluation/scoring.js';
import { Surveys } from './key-evaluation/surveys.js';
import { Reconciliations } from './key-evaluation/reconciliations.js';
import { ObligationsController } from './obligations/obligations.controller.js';
import { Obligations } from './obligations/obligations.js';
import { OrganisationChangesController } from './organisation/organisation-changes.controller.js';
import { OrganisationChangeRepository } from '#persistence/organisation/organisation-change.repository.js';
import { NewProjects } from './organisation/new-projects.js';
import { OrganisationChanges } from './organisation/organisation-changes.js';
import { AheadOutlook } from './outlook/ahead-outlook.js';
import { OutlookController } from './outlook/outlook.controller.js';
import { Outlook } from './outlook/outlook.js';
import { PlacesController } from './organisation/places.controller.js';
import { Places } from './organisation/places.js';
import { CalendarFeeds } from './notifications/calendar-feeds.js';
import { NotificationsController } from './notifications/notifications.controller.js';
import { Notifications } from './notifications/notifications.js';
import { BACKUPS, FILES, GATE, OPTIONS, PING_ENGINE, REHEARSALS } from './parts.js';
import type { ApiParts } from './parts.js';
import { Absences } from './people/absences.js';
import { PeopleController } from './people/people.controller.js';
import { People } from './people/people.js';
import { ObjectedTo } from './objections/objected-to.js';
import { ObjectionsController } from './objections/objections.controller.js';
import { RectificationController } from './rectification/rectification.controller.js';
import { RehearsalsController } from './rehearsals/rehearsals.controller.js';
import { Rehearsals } from './rehearsals/rehearsals.js';
import { ResultsController } from './results/results.controller.js';
import { Results } from './results/results.js';
import { SearchController } from './search/search.controller.js';
import { SpotChecksController } from './self-evaluation/spot-checks.controller.js';
import { SpotChecks } from './self-evaluation/spot-checks.js';
import { LogIn } from './session/log-in.js';
import { SessionController } from './session/session.controller.js';
import { Sessions } from './session/sessions.js';
import { Throttle } from './session/throttle.js';
import { Metrics } from './system/metrics.js';
import { SystemController } from './system/system.controller.js';
import { YearController } from './year/year.controller.js';
import { ChangePreview } from './year/change-preview.js';
import { LaunchPreview } from './year/launch-preview.js';
import { Year } from './year/year.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { Webhooks } from './webhooks/webhooks.js';

const controllers = [
  SessionController,
  PeopleController,
  PlacesController,
  OrganisationChangesController,
  PoliciesController,
  CampaignsController,
  CalendarsController,
  OverviewController,
  YearController,
  RehearsalsController,
  ObligationsController,
  OutlookController,
  DocumentsController,
  AnnexesController,
  NotificationsController,
  EventsController,
  SearchController,
  WebhooksController,
  VersionsController,
  ApprovalRepliesController,
  IndicatorLibraryController,
  MonitoringController,
  SpotChecksController,
  ResultsController,
  ObjectionsController,
  RectificationController,
  DisclosureController,
  PublicController,
  LinkageController,
  AgenciesController,
  KeyEvaluationController,
  EvaluationController,
  QuestionnairesController,
  ScoringController,
  EvaluationSubjectsController,
  ComparisonController,
  AdministrationController,
  SystemController,
];

const services = [
  CampaignLauncher,
  CampaignRepository,
  Reseating,
  Sessions,
  LogIn,
  Throttle,
  Once,
  Trail,
  People,
  Absences,
  Places,
  OrganisationChangeRepository,
  OrganisationChanges,
  NewProjects,
  Policies,
  Campaigns,
  Admissions,
  CalendarRepository,
  Calendars,
  CalendarPreview,
  Overview,
  Year,
  LaunchPreview,
  ChangePreview,
  RehearsalRepository,
  Rehearsals,
  Obligations,
  AheadOutlook,
  Outlook,
  Documents,
  DraftCheck,
  DraftScores,
  AttachmentRepository,
  Attachments,
  OutboxRepository,
  Comments,
  Notifications,
  CalendarFeeds,
  MailDesk,
  BackupDesk,
  SystemStatus,
  ChangeWatch,
  LiveEvents,
  WebhookRepository,
  Webhooks,
  Transitions,
  Versions,
  ReviewComments,
  ExAnte,
  ObjectedTo,
  Background,
  ApprovalReplyRepository,
  ApprovalReplies,
  ReplyIssuer,
  IndicatorEntryRepository,
  IndicatorLibrary,
  EntryFiles,
  Copies,
  DocumentRepository,
  ExecutionRepository,
  LightRepository,
  ObjectionRepository,
  ProjectRepository,
  WarningRepository,
  WholeDepartmentRepository,
  ObligationOpener,
  ObligationStarter,
  Examination,
  ExecutionFeed,
  WarningDesk,
  Monitoring,
  MonitoringContext,
  ExecutionImport,
  Disposals,
  Reallocations,
  SpotChecks,
  Results,
  DisclosureRepository,
  Republishing,
  Corrections,
  PublicReading,
  PublicThrottle,
  LinkageRepository,
  WhatIfs,
  AgencyRepository,
  CandidateRepository,
  EvaluationRepository,
  Agencies,
  Assignments,
  AgencyWork,
  Proposals,
  Reconciliations,
  Comparisons,
  DataRequests,
  Ledger,
  EvaluationDetail,
  EvaluationDesk,
  QuestionnaireRepository,
  Questionnaires,
  Respondents,
  Surveys,
  SubjectRepository,
  EvaluationSubjects,
  ScoringRepository,
  ScoringLists,
  ScoringSheets,
  Scoring,
  Metrics,
];

/** The REST API. Database, engine and clock come from outside: it runs the same in production, in a test and in a rehearsal. */
@Module({})
export class ApiModule {
  static forRoot({ dataSource, engine, clock, options, gate, files, backups, rehearsals, pingEngine }: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [TerminusModule.forRoot({ logger: false }), ActivitiesModule.forRoot({ source: dataSource, engine, clock })],
      controllers,
      providers: [
        { provide: DataSource, useValue: dataSource },
        { provide: Engine, useValue: engine },
        { provide: Clock, useValue: clock },
        { provide: OPTIONS, useValue: options ?? {} },
        { provide: GATE, useValue: gate ?? {} },
        { provide: FILES, useValue: files ?? null },
        { provide: BACKUPS, useValue: backups ?? null },
        { provide: REHEARSALS, useValue: rehearsals ?? null },
        { provide: PING_ENGINE, useValue: pingEngine ?? (() => Promise.resolve()) },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: RouteInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...services,
      ],
    };
  }
}
