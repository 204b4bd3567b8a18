// The import rule of ARCHITECTURE.md. Each layer names what it may import; test/architecture.spec.ts runs it.
const LIB = '(cases/[^/]+|[^/]+)';
const DOOR = `^libs/${LIB}/index\\.ts$`;

/** Layers from the ground up: who stands in it, and whom it may import besides itself. */
const ground = ['law', 'platform'];
const engine = [...ground, 'identity', 'casework'];
const kinds = [...engine, 'cases/[^/]+', 'coordination', 'registers', 'subsidies'];
const LAYERS = [
  { who: 'law', may: [] },
  { who: 'platform', may: [] },
  { who: 'identity', may: ['platform'] },
  { who: 'casework', may: [...ground, 'identity'] },
  { who: '(cases/[^/]+|coordination|subsidies)', may: engine },
  // The one list of the kinds of case; what stands on the kinds does not ask which there are, the apps hand them in.
  { who: 'kinds', may: [...engine, 'cases/[^/]+', 'coordination', 'subsidies'] },
  // A dispute found by a sweep becomes a mediation in that kind's own words.
  { who: 'registers', may: [...engine, 'cases/[^/]+'] },
  { who: 'statistics', may: kinds },
  // The demonstration names no metric: its years must come out of the figures, not be made from them.
  { who: 'demonstration', may: kinds },
  { who: '(report|ledgers|notices)', may: [...kinds, 'statistics'] },
];

const forbidden = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    ...LAYERS.map(({ who, may }) =>
      forbidden(
        `layer-${who.match(/[a-z]+/g)?.join('-')}`,
        `libs/${who} may import: ${may.join(', ') || 'nothing of ours'}`,
        { path: `^libs/${who}/` },
        {
          path: '^(libs|apps|migrations|test|bench)/',
          // $1 is the lib itself where the layer holds several: they never import each other.
          pathNot: [`^libs/${who.startsWith('(') ? '$1' : who}/`, ...may.map((lib) => `^libs/${lib}/`)],
        },
      ),
    ),
    forbidden(
      'lib-door',
      'each lib is entered only by its index.ts',
      { path: `^libs/${LIB}/` },
      { path: '^libs/', pathNot: ['^libs/$1/', DOOR] },
    ),
    forbidden(
      'lib-door-from-outside',
      'each lib is entered only by its index.ts',
      { path: '^(apps|migrations|bench)/' },
      { path: '^libs/', pathNot: DOOR },
    ),
    forbidden(
      'apps-apart',
      'apps never import each other',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    forbidden(
      'console-apart',
      'the console knows the API by its generated client alone',
      { path: '^apps/console/' },
      { path: '^(libs|migrations|test|bench)/' },
    ),
    forbidden(
      'migrations-apart',
      'a migration must mean the same for ever, so it leans on the platform alone',
      { path: '^migrations/' },
      { path: '^(libs|apps|migrations|test|bench)/', pathNot: '^libs/platform/' },
    ),
    forbidden(
      'law-is-pure',
      'law knows no framework, no input or output, no package',
      { path: '^libs/law/' },
      { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    ),
    forbidden(
      'database-and-queue-in-platform',
      'connections and queues are opened by the platform alone',
      { path: '^(libs|apps|migrations)/', pathNot: '^libs/platform/' },
      { path: 'node_modules/(bullmq|ioredis|pg|pg-pool)/' },
    ),
    forbidden(
      'typeorm-outside-apps',
      'apps reach rows through the libs',
      { path: '^apps/' },
      { path: 'node_modules/(typeorm|@nestjs/typeorm)/' },
    ),
    forbidden('no-cycles', 'no cycles, no forwardRef', {}, { circular: true }),
    forbidden('resolvable', 'an import must lead somewhere', {}, { couldNotResolve: true }),
  ],
  options: {
    exclude: { path: '\\.spec\\.tsx?$' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true, // imports of types count
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
