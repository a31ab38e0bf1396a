const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      exclude: [],
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

/** Tests run from the sources; what needs a server gets it from one embedded stack for the whole run. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  moduleNameMapper,
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
  collectCoverageFrom: ['apps/**/*.ts', 'libs/**/*.ts', 'workflows/**/*.ts', 'activities/**/*.ts', '!**/*.spec.ts'],
};
