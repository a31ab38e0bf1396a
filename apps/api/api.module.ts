import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { CampaignLauncher } from '#activities/campaign/campaign-launcher.js';
import { Reseating } from '#activities/organisation/reseating.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { Clock } from '#platform/clock.js';
import { Engine } from '#temporal/engine.js';
import { CampaignsController, PoliciesController } from './campaigns/campaigns.controller.js';
import { Campaigns } from './campaigns/campaigns.js';
import { Policies } from './campaigns/policies.js';
import { DocumentsController } from './documents/documents.controller.js';
import { Documents } from './documents/documents.js';
import { Transitions } from './documents/transitions.js';
import { AccessGuard } from './http/access.guard.js';
import { Once } from './http/once.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RouteInterceptor } from './http/route.interceptor.js';
import { Trail } from './http/trail.js';
import { ObligationsController } from './obligations/obligations.controller.js';
import { Obligations } from './obligations/obligations.js';
import { PlacesController } from './organisation/places.controller.js';
import { Places } from './organisation/places.js';
import { GATE, OPTIONS, PING_ENGINE } from './parts.js';
import type { ApiParts } from './parts.js';
import { Absences } from './people/absences.js';
import { PeopleController } from './people/people.controller.js';
import { People } from './people/people.js';
import { ResultsController } from './results/results.controller.js';
import { Results } from './results/results.js';
import { LogIn } from './session/log-in.js';
import { SessionController } from './session/session.controller.js';
import { Sessions } from './session/sessions.js';
import { Throttle } from './session/throttle.js';
import { Metrics } from './system/metrics.js';
import { SystemController } from './system/system.controller.js';

const controllers = [
  SessionController,
  PeopleController,
  PlacesController,
  PoliciesController,
  CampaignsController,
  ObligationsController,
  DocumentsController,
  ResultsController,
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
  Policies,
  Campaigns,
  Obligations,
  Documents,
  Transitions,
  Results,
  Metrics,
];

/** The REST API. Database, engine and clock come from outside: it runs the same in production, in a test and in a rehearsal. */
@Module({})
export class ApiModule {
  static forRoot({ dataSource, engine, clock, options, gate, pingEngine }: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [TerminusModule.forRoot({ logger: false })],
      controllers,
      providers: [
        { provide: DataSource, useValue: dataSource },
        { provide: Engine, useValue: engine },
        { provide: Clock, useValue: clock },
        { provide: OPTIONS, useValue: options ?? {} },
        { provide: GATE, useValue: gate ?? {} },
        { provide: PING_ENGINE, useValue: pingEngine ?? (() => Promise.resolve()) },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: RouteInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...services,
      ],
    };
  }
}
