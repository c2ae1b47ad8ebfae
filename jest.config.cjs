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
