/**
 * Jest looks a global up through its sandbox, which took a third of the time of all suites; what is named here is handed to every module instead.
 * Not named: timers and dates, which tests replace, and what packages declare once more for themselves (Buffer, process, URL).
 */
const GLOBALS = ['Array', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Reflect', 'Set', 'String', 'Symbol', 'Uint8Array', 'WeakMap'];

/** @type {import('jest').Config} */
const base = {
  testEnvironment: 'node',
  rootDir: __dirname,
  moduleFileExtensions: ['js', 'ts', 'mjs', 'cjs', 'json', 'node'],
  transform: { '\\.(ts|mjs|js)$': '<rootDir>/test/support/jest-transformer.cjs' },
  transformIgnorePatterns: [],
  moduleNameMapper: {
    '^#libs/(.*)$': '<rootDir>/libs/$1/index.ts',
    '^#modules/(.*)$': '<rootDir>/src/modules/$1/index.ts',
    '^#database/(.*)$': '<rootDir>/src/database/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  setupFiles: ['reflect-metadata'],
  sandboxInjectedGlobals: GLOBALS,
};

module.exports = {
  cacheDirectory: '<rootDir>/.cache/jest',
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{libs,src,scripts}/**/*.spec.ts'] },
    { ...base, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    {
      ...base,
      displayName: 'integration',
      testMatch: ['<rootDir>/{libs,src,test}/**/*.int-spec.ts'],
      globalSetup: '<rootDir>/test/support/start-postgres.cjs',
      globalTeardown: '<rootDir>/test/support/stop-postgres.cjs',
    },
  ],
};
