import { ConfigurationError, readConfiguration } from './configuration.js';
import type { Machine } from './configuration.js';

const machine: Machine = { home: '/home/li', root: false, folder: '/srv/jiheng' };
const problems = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfiguration(env, machine);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  it('needs nothing: everything is embedded and listens on this machine only', () => {
    const it = readConfiguration({}, machine);
    expect(it.databaseUrl).toBeUndefined();
    expect(it.temporal).toEqual({ namespace: 'jiheng' });
    expect(it.api).toEqual({ host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000' });
    expect(it.dataFolder).toBe('/home/li/.local/share/jiheng');
  });

  it('keeps data out of /root, where the user of PostgreSQL cannot go', () => {
    expect(readConfiguration({}, { ...machine, home: '/root', root: true }).dataFolder).toBe('/var/lib/jiheng');
  });

  it('takes a relative data folder from where the command was typed', () => {
    expect(readConfiguration({ JIHENG_DATA: 'data' }, machine).dataFolder).toBe('/srv/jiheng/data');
    expect(readConfiguration({ JIHENG_DATA: 'data' }, machine).files.folder).toBe('/srv/jiheng/data/files');
    expect(readConfiguration({ JIHENG_FILES: '/mnt/files' }, machine).files.folder).toBe('/mnt/files');
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfiguration({ DATABASE_URL: '', JIHENG_PORT: ' ' }, machine)).toEqual(readConfiguration({}, machine));
  });

  it('encrypts the connection to a server that wants an API key', () => {
    const it = readConfiguration({ TEMPORAL_ADDRESS: 'a.example.org:7233', TEMPORAL_API_KEY: 'k' }, machine);
    expect(it.temporal).toEqual({ namespace: 'jiheng', address: 'a.example.org:7233', apiKey: 'k', tls: {} });
  });

  it.each([
    ['DATABASE_URL', 'mysql://host/db'],
    ['DATABASE_URL', 'localhost:5432'],
    ['TEMPORAL_ADDRESS', 'https://temporal:7233'],
    ['TEMPORAL_ADDRESS', 'temporal'],
    ['TEMPORAL_NAMESPACE', 'a b'],
    ['TEMPORAL_TLS', 'maybe'],
    ['SMTP_URL', 'mail.example.org'],
    ['JIHENG_MAIL_FROM', 'nobody'],
    ['JIHENG_PORT', '0'],
    ['JIHENG_PORT', '65536'],
    ['JIHENG_PORT', '3000x'],
    ['JIHENG_PUBLIC_URL', 'ftp://host'],
    ['JIHENG_LOG_LEVEL', 'loud'],
    ['JIHENG_FILES_MAX_MB', '0'],
    ['JIHENG_FILES_KINDS', 'pdf,exe'],
    ['JIHENG_WEBHOOK_HOSTS', 'http://robot'],
    ['JIHENG_S3_BUCKET', 'Our Files'],
    ['JIHENG_S3_ENDPOINT', 's3.example.org'],
    ['JIHENG_S3_ENDPOINT', 'https://s3.example.org/our-files'],
    ['JIHENG_S3_REGION', 'here and there'],
    ['JIHENG_S3_PATH_STYLE', 'maybe'],
  ])('names %s when it is %s, and nothing else', (name, value) => {
    const found = problems({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} must be .*\\.$`));
  });

  it('puts attachments into a bucket where one is named, by its path where the service is not Amazon', () => {
    const keys = { JIHENG_S3_BUCKET: 'our-files', JIHENG_S3_KEY: 'k', JIHENG_S3_SECRET: 's' };
    const shared = { bucket: 'our-files', region: 'us-east-1', key: 'k', secret: 's' };
    expect(readConfiguration(keys, machine).files.s3).toEqual({ ...shared, pathStyle: false });
    const ours = { ...keys, JIHENG_S3_ENDPOINT: 'https://s3.example.org' };
    expect(readConfiguration(ours, machine).files.s3).toEqual({ ...shared, endpoint: 'https://s3.example.org', pathStyle: true });
    expect(readConfiguration({ ...ours, JIHENG_S3_PATH_STYLE: 'off' }, machine).files.s3?.pathStyle).toBe(false);
    expect(readConfiguration({}, machine).files.s3).toBeUndefined();
  });

  it('refuses half of what a bucket needs, and more than it takes', () => {
    expect(problems({ JIHENG_S3_KEY: 'k', JIHENG_S3_SECRET: 's' })[0]).toMatch(/^JIHENG_S3_BUCKET is missing/);
    expect(problems({ JIHENG_S3_BUCKET: 'our-files', JIHENG_S3_KEY: 'k' })).toEqual([
      'JIHENG_S3_SECRET is missing: the bucket of JIHENG_S3_BUCKET is entered with key and secret.',
    ]);
    const all = { JIHENG_S3_BUCKET: 'our-files', JIHENG_S3_KEY: 'k', JIHENG_S3_SECRET: 's', JIHENG_FILES_MAX_MB: '6000' };
    expect(problems(all)[0]).toMatch(/^JIHENG_FILES_MAX_MB must be at most 5120/);
  });

  it.each(['jiheng@example.org', '绩衡 <jiheng@example.org>', '<a@b>'])('sends mail as %s', (from) => {
    expect(readConfiguration({ JIHENG_MAIL_FROM: from }, machine).mail.from).toBe(from);
  });

  it('does not repeat a wrong value, which may be a secret', () => {
    expect(problems({ DATABASE_URL: 'postgre://li:s3cret@host/db' }).join()).not.toContain('s3cret');
  });

  it('tells all wrong variables at once', () => {
    expect(problems({ JIHENG_PORT: 'x', SMTP_URL: 'x', TEMPORAL_TLS: 'x' })).toHaveLength(3);
  });

  it('refuses half a client certificate, and encryption for no server', () => {
    expect(problems({ TEMPORAL_ADDRESS: 'a:1', TEMPORAL_TLS_CERT: 'c.pem' })).toEqual([
      'TEMPORAL_TLS_KEY is missing: TEMPORAL_TLS_CERT is of use only together with it.',
    ]);
    expect(problems({ TEMPORAL_TLS: 'true' })[0]).toMatch(/^TEMPORAL_ADDRESS is missing/);
    expect(problems({ TEMPORAL_ADDRESS: 'a:1', TEMPORAL_TLS: 'off', TEMPORAL_TLS_CA: 'c' })[0]).toMatch(/^TEMPORAL_TLS is off/);
  });
});
