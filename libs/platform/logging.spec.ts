import { createLogger, NestLogger } from './logging.js';

function capture() {
  const lines: string[] = [];
  const logger = createLogger({ level: 'debug', format: 'json' }, { write: (line: string) => void lines.push(line) });
  return { logger, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>, text: () => lines.join('') };
}

describe('the log', () => {
  it('shows no telephone number, identity number or password, wherever it stands', () => {
    const { logger, text } = capture();
    logger.info(
      { note: 'call 13812345678', nested: { list: ['身份证370103199001011234。'], password: 'p4ss', apiKey: 'k3y' } },
      '电话13912345678',
    );
    logger.error({ err: new Error('cannot reach postgresql://li:s3cret@host/db') }, 'failed');
    for (const secret of ['13812345678', '13912345678', '370103199001011234', 'p4ss', 'k3y', 's3cret'])
      expect(text()).not.toContain(secret);
    expect(text()).toContain('138****5678');
  });

  it('leaves amounts and instants as they are', () => {
    const { logger, last } = capture();
    logger.info({ cents: 13997530000, at: '2026-10-15T16:00:00.000Z' }, 'budget');
    expect(last()).toMatchObject({ cents: 13997530000, at: '2026-10-15T16:00:00.000Z', msg: 'budget', level: 'info' });
  });

  it('carries the context and the stack of what Nest says', () => {
    const { logger, last } = capture();
    const nest = new NestLogger(logger);
    nest.log('started', 'Router');
    expect(last()).toMatchObject({ msg: 'started', context: 'Router', level: 'info' });
    nest.error('broke', 'Error: broke\n  at x', 'Router');
    expect(last()).toMatchObject({ msg: 'broke', context: 'Router', level: 'error', stack: 'Error: broke\n  at x' });
    nest.warn(new Error('odd'), 'Router');
    expect(last()).toMatchObject({ level: 'warn', err: { message: 'odd' } });
  });
});
