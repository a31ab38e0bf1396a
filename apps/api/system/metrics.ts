import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Metrics of this process, in a registry of its own so that several APIs may live in one process. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'jiheng_http_request_seconds',
    help: 'Time from request to answer, by operation and status',
    labelNames: ['operation', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'jiheng_api_' });
  }

  observe(operation: string, status: number, seconds: number): void {
    this.requests.observe({ operation, status }, seconds);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
