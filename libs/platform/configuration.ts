import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { present, toggle, url, words } from './configuration-fields.js';
import { FILE_VARIABLES, fileContradictions, filesConfiguration } from './configuration-files.js';
import type { FilesConfiguration } from './configuration-files.js';

/** Everything that a deployment can set. Read once, at the edge of a process, and handed down. */
export interface Configuration {
  /** Absent: PostgreSQL is brought up on this machine. */
  readonly databaseUrl?: string;
  readonly temporal: TemporalConfiguration;
  readonly mail: {
    /** Absent: mail goes to the local mailbox below the data folder. */
    readonly smtpUrl?: string;
    readonly from: string;
  };
  /** Absolute; holds databases, passwords, mails and logs of everything embedded. */
  readonly dataFolder: string;
  readonly api: { readonly host: string; readonly port: number; readonly publicUrl: string };
  readonly files: FilesConfiguration;
  /** Hosts (`host` or `host:port`) to which webhooks may go without https, and into a private network. */
  readonly webhookHosts: readonly string[];
  readonly log: { readonly level: LogLevel; readonly format: 'text' | 'json' };
  /** Stack traces with error messages. */
  readonly debug: boolean;
  /** Whoever brings this bearer token reads /metrics without log-in; absent: administrators only. */
  readonly metricsToken?: string;
}

export interface TemporalConfiguration {
  /** host:port. Absent: a server is brought up on this machine. */
  readonly address?: string;
  readonly namespace: string;
  /** Present when the connection is encrypted; files in PEM. */
  readonly tls?: { readonly certFile?: string; readonly keyFile?: string; readonly caFile?: string; readonly serverName?: string };
  readonly apiKey?: string;
}

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error';

/** Names every variable that is wrong and says what it should be; shows no value, as some of them are secret. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** What the defaults depend on, beside the environment. */
export interface Machine {
  readonly home: string;
  readonly root: boolean;
  readonly folder: string;
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number from 1 to 65535')
  .transform(Number)
  .refine((it) => it >= 1 && it <= 65535, 'must be a port number from 1 to 65535');

/** The variables themselves, each with the sentence that a wrong value gets. */
const variables = z.object({
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgresql://user:password@host:5432/database').optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^(?:[\w.-]+|\[[\da-fA-F:]+\]):\d{1,5}$/, 'must be HOST:PORT without a scheme, such as temporal.example.org:7233')
    .optional(),
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,254}$/, 'must be 2 to 255 letters, digits, dots, hyphens or underscores')
    .default('jiheng'),
  TEMPORAL_TLS: toggle.optional(),
  TEMPORAL_TLS_CERT: z.string().optional(),
  TEMPORAL_TLS_KEY: z.string().optional(),
  TEMPORAL_TLS_CA: z.string().optional(),
  TEMPORAL_TLS_SERVER_NAME: z.string().optional(),
  TEMPORAL_API_KEY: z.string().optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org:465').optional(),
  JIHENG_MAIL_FROM: z
    .string()
    .regex(/^(?:[^@\s<>]+@[^@\s<>]+|[^@<>\r\n]*<[^@\s<>]+@[^@\s<>]+>)$/, 'must be an address such as 绩衡 <jiheng@example.org>')
    .default('绩衡 <jiheng@localhost.localdomain>'),
  JIHENG_DATA: z.string().optional(),
  JIHENG_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an address to listen on, such as 127.0.0.1')
    .default('127.0.0.1'),
  JIHENG_PORT: port.default(3000),
  JIHENG_PUBLIC_URL: url(['http:', 'https:'], 'https://jiheng.example.org').optional(),
  ...FILE_VARIABLES,
  JIHENG_WEBHOOK_HOSTS: z
    .string()
    .transform(words)
    .refine((it) => it.every((host) => /^[\w.-]+(:\d{1,5})?$/.test(host)), 'must be hosts parted by commas, such as robot.intranet:8080')
    .default([]),
  JIHENG_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error'], 'must be one of trace, debug, info, warn, error').default('info'),
  JIHENG_LOG_FORMAT: z.enum(['text', 'json'], 'must be text or json').default('text'),
  JIHENG_DEBUG: toggle.default(false),
  JIHENG_METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/-]{20,200}$/, 'must be 20 to 200 letters, digits or . _ ~ + / -')
    .optional(),
});

type Variables = z.infer<typeof variables>;

/** Combinations that are wrong although each value is right alone. */
function contradictions(it: Variables): string[] {
  const problems: string[] = [];
  const files = it.TEMPORAL_TLS_CERT ?? it.TEMPORAL_TLS_KEY ?? it.TEMPORAL_TLS_CA;
  if (it.TEMPORAL_TLS === false && files !== undefined) {
    problems.push('TEMPORAL_TLS is off although a TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY or TEMPORAL_TLS_CA is given.');
  }
  if ((it.TEMPORAL_TLS_CERT === undefined) !== (it.TEMPORAL_TLS_KEY === undefined)) {
    const [given, missing] = it.TEMPORAL_TLS_CERT === undefined ? ['KEY', 'CERT'] : ['CERT', 'KEY'];
    problems.push(`TEMPORAL_TLS_${missing} is missing: TEMPORAL_TLS_${given} is of use only together with it.`);
  }
  if (it.TEMPORAL_ADDRESS === undefined && (it.TEMPORAL_TLS || it.TEMPORAL_API_KEY !== undefined || files !== undefined)) {
    problems.push('TEMPORAL_ADDRESS is missing: TEMPORAL_TLS… and TEMPORAL_API_KEY are for a server that is named there.');
  }
  return problems;
}

function temporal(it: Variables): TemporalConfiguration {
  const files = present({
    certFile: it.TEMPORAL_TLS_CERT,
    keyFile: it.TEMPORAL_TLS_KEY,
    caFile: it.TEMPORAL_TLS_CA,
    serverName: it.TEMPORAL_TLS_SERVER_NAME,
  });
  // An API key is never sent in the clear, so it asks for TLS by itself.
  const encrypted = it.TEMPORAL_TLS ?? (Object.keys(files).length > 0 || it.TEMPORAL_API_KEY !== undefined);
  return {
    namespace: it.TEMPORAL_NAMESPACE,
    ...present({ address: it.TEMPORAL_ADDRESS, apiKey: it.TEMPORAL_API_KEY, tls: encrypted ? files : undefined }),
  };
}

/**
 * Where data lies unless JIHENG_DATA says otherwise: the user's data folder, but for root /var/lib/jiheng, because
 * PostgreSQL then runs as another user, who may not enter /root.
 */
export function defaultDataFolder(env: NodeJS.ProcessEnv, machine: Machine): string {
  if (machine.root) return '/var/lib/jiheng';
  return join(env.XDG_DATA_HOME || join(machine.home, '.local', 'share'), 'jiheng');
}

const thisMachine = (): Machine => ({ home: homedir(), root: process.getuid?.() === 0, folder: process.cwd() });

/**
 * Reads the configuration from environment variables; an empty variable counts as not set.
 * @throws ConfigurationError with one sentence for each wrong variable
 */
export function readConfiguration(env: NodeJS.ProcessEnv = process.env, machine: Machine = thisMachine()): Configuration {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw new ConfigurationError(parsed.error.issues.map((it) => `${it.path.join('.')} ${it.message}.`));
  const it = parsed.data;
  const problems = [...contradictions(it), ...fileContradictions(it)];
  if (problems.length > 0) throw new ConfigurationError(problems);
  const dataFolder = it.JIHENG_DATA === undefined ? defaultDataFolder(env, machine) : resolve(machine.folder, it.JIHENG_DATA);
  return {
    temporal: temporal(it),
    mail: { from: it.JIHENG_MAIL_FROM, ...present({ smtpUrl: it.SMTP_URL }) },
    dataFolder,
    api: {
      host: it.JIHENG_HOST,
      port: it.JIHENG_PORT,
      publicUrl: (it.JIHENG_PUBLIC_URL ?? `http://${it.JIHENG_HOST}:${it.JIHENG_PORT}`).replace(/\/+$/, ''),
    },
    files: filesConfiguration(it, dataFolder, machine.folder),
    webhookHosts: it.JIHENG_WEBHOOK_HOSTS,
    log: { level: it.JIHENG_LOG_LEVEL, format: it.JIHENG_LOG_FORMAT },
    debug: it.JIHENG_DEBUG,
    ...present({ metricsToken: it.JIHENG_METRICS_TOKEN }),
    ...present({ databaseUrl: it.DATABASE_URL }),
  };
}
