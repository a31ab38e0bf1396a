import type { DataSource } from 'typeorm';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { ExecutionRepository } from '#persistence/campaign/execution.repository.js';
import { LightRepository } from '#persistence/campaign/light.repository.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import { WarningRepository } from '#persistence/campaign/warning.repository.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { Clock } from '#platform/clock.js';
import type { Engine } from '#temporal/engine.js';
import { ObligationStarter } from '../obligation/obligation-starter.js';
import { Examination } from './examination.js';
import { ExecutionFeed } from './execution-feed.js';
import { WarningDesk } from './warning-desk.js';

/** The feed for a command, which has no application around it. */
export const createExecutionFeed = (source: DataSource, engine: Engine, clock: Clock): ExecutionFeed => {
  const documents = new DocumentRepository();
  const opener = new ObligationOpener(new OutboxRepository(), clock);
  return new ExecutionFeed(
    source,
    new CampaignRepository(),
    new ExecutionRepository(),
    documents,
    new Examination(new ProjectRepository(), documents),
    new WarningDesk(new WarningRepository(), opener, clock),
    new LightRepository(),
    new ObligationStarter(source, engine),
    clock,
  );
};
