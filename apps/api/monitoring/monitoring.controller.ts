import type { Readable } from 'node:stream';
import { Controller, Req } from '@nestjs/common';
import * as routes from '#contracts/api/monitoring.routes.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { carryOutDisposal } from '#contracts/api/disposals.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Disposals } from './disposals.js';
import { ExecutionImport } from './execution-import.js';
import { MonitoringContext } from './monitoring-context.js';
import { Monitoring } from './monitoring.js';

@Controller()
export class MonitoringController {
  constructor(
    private readonly monitoring: Monitoring,
    private readonly execution: ExecutionImport,
    private readonly context: MonitoringContext,
    private readonly disposals: Disposals,
  ) {}

  @Serves(routes.feedExecution)
  feed(@Ask() { viewer, params, body }: Ask<typeof routes.feedExecution>) {
    return this.execution.feed(viewer, params.campaign, body);
  }

  @Serves(routes.readExecutionFile)
  readFile(@Req() file: Readable) {
    return this.execution.read(file);
  }

  @Serves(carryOutDisposal)
  carryOut(@Ask() { viewer, params, body }: Ask<typeof carryOutDisposal>) {
    return this.disposals.carryOut(viewer, params.disposal, body);
  }

  @Serves(routes.listExecution)
  figures(@Ask() { viewer, query }: Ask<typeof routes.listExecution>) {
    return this.monitoring.execution(viewer, query as ListQuery);
  }

  @Serves(routes.listLights)
  lights(@Ask() { viewer, query }: Ask<typeof routes.listLights>) {
    return this.monitoring.lights(viewer, query as ListQuery);
  }

  @Serves(routes.listIdleFunds)
  idle(@Ask() { viewer, params, query }: Ask<typeof routes.listIdleFunds>) {
    return this.monitoring.idle(viewer, params.campaign, query as ListQuery);
  }

  @Serves(routes.listExecutionProgress)
  progress(@Ask() { viewer, params, query }: Ask<typeof routes.listExecutionProgress>) {
    return this.monitoring.progress(viewer, params.campaign, query as ListQuery);
  }

  @Serves(routes.getMonitoringContext)
  document(@Ask() { viewer, params }: Ask<typeof routes.getMonitoringContext>) {
    return this.context.of(viewer, params.document);
  }
}
