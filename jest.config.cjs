/** Jest looks each of these up through its sandbox, which takes a third of the time of all suites; what is named here is handed to every module instead. Timers are not: tests replace them. */
const GLOBALS = [
  'Array', 'ArrayBuffer', 'BigInt', 'Boolean', 'Buffer', 'DataView', 'Error', 'Float64Array', 'Function', 'Int32Array', 'Intl', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Proxy', 'RangeError', 'Reflect', 'RegExp',
  'Set', 'String', 'Symbol', 'SyntaxError', 'TypeError', 'Uint16Array', 'Uint32Array', 'Uint8Array', 'WeakMap', 'WeakRef', 'WeakSet',
  'decodeURIComponent', 'encodeURIComponent', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'process', 'structuredClone',
];

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
