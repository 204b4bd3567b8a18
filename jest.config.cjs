const os = require('node:os');
// CommonJS jest on Node 20: the ESM-only packages below are turned into CommonJS by @swc/jest (cached on disk).
const swcrc = JSON.parse(require('node:fs').readFileSync(`${__dirname}/.swcrc`, 'utf8'));
const ts = ['@swc/jest', { ...swcrc, swcrc: false }];
const js = [
  '@swc/jest',
  { swcrc: false, module: { type: 'commonjs' }, jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } } },
];
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
  moduleNameMapper: { '^@anjuan/(.*)$': '<rootDir>/libs/$1', '^@test/(.*)$': '<rootDir>/test/support/$1' },
  transform: { '\\.ts$': ts, '\\.m?js$': js },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|peek-readable|fast-check|pure-rand)/)',
    '<rootDir>/dist/',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.anjuan/'],
};
const withDatabase = {
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};
module.exports = {
  testTimeout: 60_000,
  // Jest would leave one core alone. More than eight would ask PostgreSQL for more connections than it gives.
  maxWorkers: Math.min(os.availableParallelism(), 8),
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/test/law-histories/*.spec.ts'],
    },
    {
      ...common,
      ...withDatabase,
      displayName: 'office',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/browser/', '<rootDir>/test/law-histories/'],
    },
    {
      ...common,
      ...withDatabase,
      globalSetup: '<rootDir>/test/browser/global-setup.ts',
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
    },
  ],
};
