// `npm run bench`: each *.bench.ts prints what it measured, as a ratio to a named baseline. No part of `npm test`.
const { projects } = require('../jest.config.cjs');
const office = projects.find((p) => p.displayName === 'office');
module.exports = {
  ...office,
  displayName: 'bench',
  testMatch: ['<rootDir>/bench/**/*.bench.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 1_800_000,
};
