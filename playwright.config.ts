import { defineConfig } from '@playwright/test';

/** Journeys through the built platform; `npm test` boots it and says where it is. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e-spec.ts',
  outputDir: 'test-results',
  // One platform serves them all: journeys side by side work in rounds and with applications of their own, and wait for codes at the same time.
  workers: 2,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: process.env['E2E_BASE_URL'] ?? 'http://127.0.0.1:8080',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
