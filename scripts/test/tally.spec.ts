import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { Tally, countJest, countPlaywright } = require('./tally.mjs');

describe('the count over all suites', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tally-'));
  const report = (content: object) => {
    const file = join(folder, 'report.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('ends in one line that machines read', () => {
    const tally = new Tally();
    tally.add({ passed: 3, failed: 0 }, 'jest');
    tally.add({ passed: 0, failed: 1 }, 'eslint');
    expect(tally.lastLine()).toBe('3 passed, 1 failed');
    expect(tally.failures).toEqual(['eslint: 1']);
  });

  it('counts a suite that could not be loaded as a failure', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    const file = report({ numPassedTests: 5, numFailedTests: 0, testResults: [unloaded] });
    expect(countJest(file, 1)).toEqual({ passed: 5, failed: 1 });
  });

  it('counts a suite with failing tests by its tests, once', () => {
    const broken = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
    const file = report({ numPassedTests: 1, numFailedTests: 1, testResults: [broken] });
    expect(countJest(file, 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('does not call a run green that ended badly or left no report', () => {
    const file = report({ numPassedTests: 5, numFailedTests: 0, testResults: [] });
    expect(countJest(file, 1)).toEqual({ passed: 5, failed: 1 });
    expect(countJest(join(folder, 'absent.json'), 0)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright(join(folder, 'absent.json'), 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a browser test that passed only when repeated as failed', () => {
    const file = report({ stats: { expected: 4, unexpected: 0, flaky: 1, skipped: 0 } });
    expect(countPlaywright(file, 0)).toEqual({ passed: 4, failed: 1 });
  });
});
