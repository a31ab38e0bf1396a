import { Controller, Header, Inject } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { getHealth, getMetrics, listAudit, listMails } from '#contracts/api/system.routes.js';
import { hasRole } from '#persistence/access/viewer.js';
import { AUDIT_LIST, ENVELOPE_LIST, OWN_MAIL_LIST } from '#persistence/reading/audit.js';
import { readList } from '#persistence/reading/list.js';
import { Ask, Serves } from '../http/serves.js';
import type { ApiParts } from '../parts.js';
import { PING_ENGINE } from '../parts.js';
import { Metrics } from './metrics.js';

@Controller()
export class SystemController {
  constructor(
    private readonly source: DataSource,
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly metrics: Metrics,
    @Inject(PING_ENGINE) private readonly pingEngine: NonNullable<ApiParts['pingEngine']>,
  ) {}

  @Serves(listAudit)
  audit(@Ask() { viewer, query }: Ask<typeof listAudit>) {
    return readList(this.source, AUDIT_LIST, viewer, query);
  }

  @Serves(listMails)
  mails(@Ask() { viewer, query }: Ask<typeof listMails>) {
    return readList(this.source, hasRole(viewer, 'system') ? ENVELOPE_LIST : OWN_MAIL_LIST, viewer, query);
  }

  @Serves(getHealth)
  async check() {
    const { status, details } = await this.health.check([
      () => this.answers('database', () => this.source.query('select 1')),
      () => this.answers('engine', this.pingEngine),
    ]);
    return { status, details };
  }

  @Serves(getMetrics)
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  metricsText() {
    return this.metrics.text();
  }

  private async answers(name: string, ask: () => Promise<unknown>) {
    const indicator = this.indicators.check(name);
    try {
      await ask();
      return indicator.up();
    } catch {
      return indicator.down();
    }
  }
}
