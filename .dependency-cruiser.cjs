const layer = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: '^(apps|libs|workflows|activities|test|tools)/', pathNot: [`^${from}/`, ...allowed.map((it) => `^${it}/`)] },
});

/** The arrows of docs/architecture.md; an arrow that turns fails CI. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'not-to-test', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    layer('domain-is-pure', 'libs/domain', []),
    layer('contracts-know-domain', 'libs/contracts', ['libs/domain']),
    layer('workflows-know-contracts', 'workflows', ['libs/contracts', 'libs/domain']),
    layer('persistence-below', 'libs/persistence', ['libs/contracts', 'libs/domain', 'libs/platform']),
    layer('platform-stands-alone', 'libs/platform', ['libs/contracts', 'libs/domain']),
    layer('temporal-below', 'libs/temporal', ['libs/contracts', 'libs/domain', 'libs/platform']),
    layer('embedded-below', 'libs/embedded', ['libs/platform', 'tools/temporal']),
    layer('activities-below-apps', 'activities', ['libs/persistence', 'libs/contracts', 'libs/domain', 'libs/platform', 'libs/temporal']),
    layer('web-knows-rules-and-contracts', 'apps/web', ['libs/contracts', 'libs/domain']),
    { name: 'web-stands-alone', severity: 'error', from: { pathNot: '^(apps/web|test/browser)/' }, to: { path: '^apps/web/' } },
    {
      name: 'pure-packages-only',
      comment: 'What runs in the workflow sandbox and in the browser: an allow-list of packages, no Node modules.',
      severity: 'error',
      from: { path: '^(libs/domain|workflows)/', pathNot: '\\.spec\\.ts$' },
      to: {
        dependencyTypes: ['npm', 'core'],
        pathNot: ['node_modules/(fraction\\.js|jsep)/', 'node_modules/@temporalio/(workflow|common)/'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], extensions: ['.ts', '.js'] },
  },
};
