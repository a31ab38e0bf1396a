const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      // The build's own settings leave tests out.
      swcrc: false,
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        keepClassNames: true,
      },
      module: { type: 'es6' },
    },
  ],
};
const moduleNameMapper = {
  '^(\\.{1,2}/.*)\\.js$': '$1',
  '^#(workflows|activities)/(.*)\\.js$': '<rootDir>/$1/$2',
  '^#(domain|contracts|persistence|temporal|platform|embedded)/(.*)\\.js$': '<rootDir>/libs/$1/$2',
  '^#(api|worker|cli)/(.*)\\.js$': '<rootDir>/apps/$1/$2',
};

const project = (displayName, folders, more = {}) => ({
  displayName,
  testMatch: folders.map((it) => `<rootDir>/${it}/**/*.spec.ts`),
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  moduleNameMapper,
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  ...more,
});

const embedded = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

export const browserProject = project('browser', ['test/browser'], embedded);

/** Pure tests need nothing but the sources; the others share one embedded stack, which starts only when one of them is chosen. */
export default {
  projects: [
    project('pure', ['libs', 'workflows', 'activities', 'apps', 'tools', 'test/golden', 'test/property']),
    project('stack', ['test/integration', 'test/workflow', 'test/replay'], embedded),
  ],
  // Jest takes this for all projects only. A pure test that needs it would be a mistake of another kind.
  testTimeout: 60_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
  coverageDirectory: 'coverage',
  collectCoverageFrom: [
    'apps/**/*.ts',
    'libs/**/*.ts',
    'workflows/**/*.ts',
    'activities/**/*.ts',
    '!apps/web/**',
    '!**/*.spec.ts',
    '!**/*.d.ts',
  ],
};
