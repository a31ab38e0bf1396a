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
  ])('names %s when it is %s, and nothing else', (name, value) => {
    const found = problems({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} must be .*\\.$`));
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
