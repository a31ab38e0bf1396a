import type { DataSource } from 'typeorm';
import type { FieldError, ProblemCode, ProblemDetails, Remark } from '#contracts/errors/problem.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { Files } from '#platform/files/files.js';
import type { Backups } from '#platform/backup/backups.js';
import type { Clock } from '#platform/clock.js';
import type { Engine } from '#temporal/engine.js';

/** What of the configuration the API needs. Every value has a default that suits one machine. */
export interface ApiOptions {
  /** Cookies only over https. Default false. */
  readonly secureCookie?: boolean;
  /** Address that people use, without a slash at the end; calendar feeds and their links begin with it. */
  readonly publicUrl?: string;
  /** Hosts to which webhooks may go without https and in private networks. Default none. */
  readonly webhookHosts?: readonly string[];
  /** Reverse proxies in front, whose X-Forwarded-For is believed. Default 0. */
  readonly trustedProxies?: number;
  /** Hours that a log-in lasts. Default 12. */
  readonly sessionHours?: number;
  /** Log-ins in 15 minutes; tests and benchmarks raise them. Default 100 from one address, 20 on one e-mail. */
  readonly logInLimits?: { readonly perAddress: number; readonly perAccount: number };
  /** Requests of one address to the public portal in a minute. Default 240. */
  readonly publicPerMinute?: number;
  /** Answers to public questionnaires from one address in 15 minutes. Default 300: a hall full of people may share one. */
  readonly surveyAnswers?: number;
  /** Obligations that one bulk request asks at the same time. Default 50. */
  readonly concurrency?: number;
  /** With this bearer token Prometheus reads /metrics without log-in. */
  readonly metricsToken?: string;
  /** Checks every answer against its schema and fails when it does not hold. For tests. */
  readonly checkAnswers?: boolean;
}

/** The options that come from the deployment's settings about metrics. */
export const metricsOf = ({ metricsToken }: { readonly metricsToken?: string }): Pick<ApiOptions, 'metricsToken'> =>
  metricsToken === undefined ? {} : { metricsToken };

/** A document that is about to be submitted: its content holds the shape of its form already. */
export interface SubmittedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly content: unknown;
  readonly project: string | null;
  readonly subject: string | null;
  readonly campaign: string;
}

/** What a gate says of a document: with `code` it may not be submitted yet; remarks are shown either way. */
export interface GateAnswer {
  readonly document: string;
  readonly code?: ProblemCode;
  readonly details?: ProblemDetails;
  readonly errors?: readonly FieldError[];
  readonly remarks?: readonly Remark[];
}

/** What a stage demands of a kind of document beyond its form, before it may be submitted. Kinds without a gate pass. */
export type SubmissionGate = Partial<Record<DocumentKind, (documents: readonly SubmittedDocument[]) => Promise<readonly GateAnswer[]>>>;

/** Runs rehearsals, each in a process of its own. */
export interface RehearsalRunner {
  /** Begins the rehearsal of this id, whose row is there; settles when its process has ended, however it ended. */
  start(rehearsal: string): Promise<void>;
}

/** What the API is made of: production, tests and the rehearsal bring their own. */
export interface ApiParts {
  readonly dataSource: DataSource;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly options?: ApiOptions;
  readonly gate?: SubmissionGate;
  /** Where attachments are kept; without it they are refused as not available. */
  readonly files?: Files;
  /** Where backups of the database are kept; without it none are made. */
  readonly backups?: Backups;
  /** Who runs rehearsals; without it they are refused. */
  readonly rehearsals?: RehearsalRunner;
  /** Throws when the engine does not answer; for /health. */
  readonly pingEngine?: () => Promise<unknown>;
}

export const OPTIONS = Symbol('ApiOptions');
export const GATE = Symbol('SubmissionGate');
export const FILES = Symbol('Files');
export const BACKUPS = Symbol('Backups');
export const REHEARSALS = Symbol('RehearsalRunner');
export const PING_ENGINE = Symbol('pingEngine');
