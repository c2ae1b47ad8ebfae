import { readFileSync } from 'node:fs';
import { SYSTEM } from '#libs/access';
import { Report } from './report.js';
import { reportLifecycle } from './report.lifecycle.js';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const now = new Date('2026-03-02T01:00:00Z');
const aReport = (status: Report['status']): Report => Object.assign(new Report(), { status });

describe('the life of a report', () => {
  it('is the diagram of the README', () => {
    expect(README).toContain(reportLifecycle.toMermaid());
  });

  it('begins again where a worker died', () => {
    expect(reportLifecycle.judge(aReport('making'), 'begin', { actor: SYSTEM, now, mayAsk: false }).allowed).toBe(true);
  });

  it('is made again only for somebody who may ask', () => {
    expect(reportLifecycle.judge(aReport('failed'), 'retry', { actor: SYSTEM, now, mayAsk: true }).allowed).toBe(true);
    expect(reportLifecycle.judge(aReport('failed'), 'retry', { actor: SYSTEM, now, mayAsk: false })).toMatchObject({ allowed: false, code: 'report_not_yours' });
    expect(reportLifecycle.judge(aReport('ready'), 'retry', { actor: SYSTEM, now, mayAsk: true })).toMatchObject({ allowed: false, code: 'wrong_state' });
  });
});
