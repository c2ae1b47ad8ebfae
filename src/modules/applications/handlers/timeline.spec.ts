import type { Application, ApplicationHistory } from '../domain/application.js';
import { ApplicationRow, TimelineView } from './application.view.js';

const row = (move: string, toStatus: string) => ({ move, toStatus, reason: null, at: new Date('2024-05-20T01:00:00Z') }) as ApplicationHistory;
const stopped = [row('submit', 'submitted'), row('admit', 'eligible'), row('bring_to_review', 'in_review'), row('stop', 'not_shortlisted')];
const shortlisted = [...stopped.slice(0, 3), row('shortlist', 'shortlisted'), row('bring_to_review', 'in_review')];
const of = (status: string, announcedAt: Date | null) => ({ status, announcedAt }) as Application;
const told = (rows: ApplicationHistory[], status: string, audience: 'outside' | 'staff', announcedAt: Date | null = null) => TimelineView.of(rows, of(status, announcedAt), audience).map(({ move }) => move);

describe('the timeline of an application', () => {
  it('tells its applicant before the announcement neither that it went on nor that it was stopped', () => {
    expect(told(shortlisted, 'in_review', 'outside')).toEqual(['submit', 'admit', 'bring_to_review']);
    expect(told(stopped, 'not_shortlisted', 'outside')).toEqual(['submit', 'admit', 'bring_to_review']);
  });

  it('counts no decision in the version that its applicant reads', () => {
    const rows = [[5, 'in_review'], [6, 'not_shortlisted'], [7, 'in_review']].map(([version, status]) => ({ ...of(String(status), null), version }) as Application);
    expect(new Set(rows.map((one) => JSON.stringify(ApplicationRow.of(one, 'outside')))).size).toBe(1);
    expect(rows.map((one) => ApplicationRow.of(one, 'staff').version)).toEqual([5, 6, 7]);
  });

  it('tells staff everything, and its applicant once it is announced', () => {
    expect(told(shortlisted, 'in_review', 'staff')).toHaveLength(5);
    expect(told(stopped, 'not_shortlisted', 'outside', new Date())).toEqual(['submit', 'admit', 'bring_to_review', 'stop']);
  });
});
