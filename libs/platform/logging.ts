import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import type { Configuration } from './configuration.js';
import { masked, maskedText } from './logging-mask.js';

export type { Logger } from 'pino';

function prettyStream(): DestinationStream {
  return pino.transport({
    target: 'pino-pretty',
    options: { translateTime: 'SYS:HH:MM:ss.l', ignore: 'pid,hostname', colorize: process.stdout.isTTY },
  });
}

/**
 * The log of a process: JSON lines, or readable text on a terminal. Secrets, telephone and identity numbers
 * never reach it, wherever they stand.
 */
export function createLogger(settings: Configuration['log'], destination?: DestinationStream): Logger {
  const options = {
    level: settings.level,
    formatters: { level: (label: string) => ({ level: label }), log: (fields: Record<string, unknown>) => masked(fields) },
    serializers: { err: (error: Error) => masked(pino.stdSerializers.err(error)) },
    hooks: {
      logMethod(this: Logger, args: Parameters<Logger['info']>, method: Logger['info']) {
        const safe = (args as unknown[]).map((it) => (typeof it === 'string' ? maskedText(it) : it));
        method.apply(this, safe as Parameters<Logger['info']>);
      },
    },
  };
  if (destination) return pino(options, destination);
  return settings.format === 'json' ? pino(options) : pino({ ...options, formatters: { log: options.formatters.log } }, prettyStream());
}

/** Nest's own messages, in the same log: the last string that Nest passes is the context. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log = (message: unknown, ...rest: unknown[]): void => this.write('info', message, rest);
  warn = (message: unknown, ...rest: unknown[]): void => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]): void => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]): void => this.write('trace', message, rest);
  fatal = (message: unknown, ...rest: unknown[]): void => this.write('fatal', message, rest);

  /** Nest calls this as (message, stack, context). */
  error = (message: unknown, ...rest: unknown[]): void => {
    const [stack, ...others] = rest;
    if (typeof stack !== 'string' || !stack.includes('\n')) return this.write('error', message, rest);
    this.logger.error({ context: others.at(-1), stack }, String(message));
  };

  private write(level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    if (message instanceof Error) this.logger[level]({ err: message, context });
    else if (typeof message === 'object' && message !== null) this.logger[level]({ ...message, context });
    else this.logger[level]({ context }, String(message));
  }
}
