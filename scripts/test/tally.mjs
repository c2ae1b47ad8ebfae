import { existsSync, readFileSync } from 'node:fs';

/** Counts over all suites; a step such as the type check counts as one. */
export class Tally {
  passed = 0;
  failed = 0;
  failures = [];

  add({ passed, failed }, name) {
    this.passed += passed;
    this.failed += failed;
    if (failed > 0) this.failures.push(`${name}: ${failed}`);
  }

  lastLine() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}

/** What Jest wrote to its JSON file. A suite that could not even be loaded counts as one failure. */
export function countJest(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const unloaded = report.testResults.filter(
    (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + unloaded;
  return { passed: report.numPassedTests, failed: failed || exitCode === 0 ? failed : 1 };
}

/** What Playwright wrote: a test that passed only when repeated counts as failed, for it hides a fault. */
export function countPlaywright(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats, errors = [] } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed: failed || exitCode === 0 ? failed : 1 };
}
