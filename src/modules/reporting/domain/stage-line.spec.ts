import type { CallStatus, Stage } from '#modules/calls';
import type { RoundFacts, RoundPlan } from './round-facts.js';
import { nextDate, stageLine } from './stage-line.js';

const stage = (key: string, kind: Stage['kind'], opensAt: string | null, closesAt: string | null): Stage => ({ key, kind, title: { zh: key, en: key }, opensAt, closesAt, cut: { kind: 'all' } });

const PLAN: RoundPlan = {
  stages: [
    stage('apply', 'application', '2026-03-01T00:00:00Z', '2026-03-10T00:00:00Z'),
    stage('screen', 'screening', null, '2026-03-15T00:00:00Z'),
    stage('written', 'written_review', null, '2026-03-20T00:00:00Z'),
    stage('polish', 'optimisation', null, '2026-03-25T00:00:00Z'),
    stage('show', 'roadshow', null, '2026-03-30T00:00:00Z'),
    stage('approve', 'approval', null, '2026-04-05T00:00:00Z'),
    stage('notice', 'publicity', null, '2026-04-12T00:00:00Z'),
    stage('sign', 'contract', null, '2026-04-30T00:00:00Z'),
    stage('run', 'implementation', '2026-05-01T00:00:00Z', '2026-12-31T00:00:00Z'),
    stage('mid', 'midterm', '2026-08-01T00:00:00Z', '2026-08-31T00:00:00Z'),
    stage('end', 'final_evaluation', null, '2027-01-31T00:00:00Z'),
    stage('settle', 'settlement', null, '2027-02-28T00:00:00Z'),
  ],
  scored: [{ key: 'w', stage: 'written' }, { key: 's', stage: 'show' }],
  evaluations: [{ key: 'midterm', kind: 'midterm' }, { key: 'final', kind: 'final' }],
};

const facts = (status: CallStatus, changes: Partial<RoundFacts> = {}): RoundFacts => ({
  status, stopped: false, applications: {}, awards: {}, projects: {}, milestones: {}, sheets: [], contractsSigned: 0, evaluations: {}, ...changes,
});
const at = (day: string) => new Date(`${day}T04:00:00Z`);
const states = (status: CallStatus, changes: Partial<RoundFacts> = {}, now = at('2026-03-05')) =>
  Object.fromEntries(stageLine(PLAN, facts(status, changes), now).map(({ key, state }) => [key, state]));
const sheets = (stageKey: string, sealed: boolean) => ({ stageKey, sealed, due: 6, submitted: sealed ? 6 : 4 });

describe('the line of stages', () => {
  it('has one stage at work while applications come in', () => {
    expect(states('open')).toMatchObject({ apply: 'current', screen: 'ahead', written: 'ahead', run: 'ahead' });
    expect(states('closed')).toMatchObject({ apply: 'done', screen: 'current', written: 'ahead' });
  });

  it('goes through the review as rankings are sealed', () => {
    expect(states('reviewing', { sheets: [sheets('w', false)] })).toMatchObject({ screen: 'done', written: 'current', polish: 'ahead', show: 'ahead', approve: 'ahead' });
    expect(states('reviewing', { sheets: [sheets('w', true)] })).toMatchObject({ written: 'done', polish: 'current', show: 'ahead', approve: 'ahead' });
    expect(states('reviewing', { sheets: [sheets('w', true), sheets('s', false)] })).toMatchObject({ polish: 'done', show: 'current', approve: 'ahead' });
    expect(states('reviewing', { sheets: [sheets('w', true), sheets('s', true)] })).toMatchObject({ show: 'done', approve: 'current', notice: 'ahead' });
  });

  it('is past a stage of the projects only when every project is', () => {
    const projects = { running: 2, evaluating: 1, terminated: 1 };
    const line = { projects, contractsSigned: 3, evaluations: { midterm: 2 } };
    expect(states('running', line, at('2026-08-10'))).toMatchObject({ sign: 'done', run: 'current', mid: 'current', end: 'ahead', settle: 'current' });
    expect(states('running', { ...line, evaluations: { midterm: 3, final: 1 } }, at('2026-08-10'))).toMatchObject({ mid: 'done', end: 'current' });
    expect(states('closing', { projects: { settled: 3 }, contractsSigned: 3, evaluations: { midterm: 3, final: 3 } })).toMatchObject({ run: 'done', end: 'done', settle: 'done' });
    expect(states('archived')).toMatchObject({ settle: 'done', mid: 'done' });
  });

  it('is late where an end has passed without the work, but not while the round stands still', () => {
    const late = (stopped: boolean) => stageLine(PLAN, facts('closed', { stopped }), at('2026-03-16')).filter((one) => one.late).map(({ key }) => key);
    expect(late(false)).toEqual(['screen']);
    expect(late(true)).toEqual([]);
  });

  it('counts what belongs to each stage', () => {
    const [apply, screen, written] = stageLine(PLAN, facts('reviewing', { applications: { draft: 1, withdrawn: 1, submitted: 1, returned: 1, eligible: 3, ineligible: 1 }, sheets: [sheets('w', false)] }), at('2026-03-18'));
    expect(apply!.figures.map(({ key, count, of }) => [key, count, of])).toEqual([['applications.submitted', 6, null], ['applications.draft', 1, null]]);
    expect(screen!.figures.map(({ key, count, of }) => [key, count, of])).toEqual([['applications.screened', 4, 6], ['applications.returned', 1, null], ['applications.ineligible', 1, null]]);
    expect(written!.figures).toMatchObject([{ key: 'sheets', count: 4, of: 6 }]);
  });

  it('names the next date', () => {
    const line = stageLine(PLAN, facts('open'), at('2026-03-05'));
    expect(nextDate(line, at('2026-03-05'))).toEqual({ at: new Date('2026-03-10T00:00:00Z'), label: { zh: 'apply截止', en: 'apply ends' } });
    expect(nextDate(line, at('2027-06-01'))).toBeNull();
  });
});
