import { browserProject } from './jest.config.mjs';

/** The journeys in a real browser: run by `npm run test:browser`, which finds or installs one. */
export default { projects: [browserProject], testTimeout: 120_000, maxWorkers: 1 };
