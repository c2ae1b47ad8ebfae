import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { APPLICATION_STATUSES, ApplicationsFacade } from '#modules/applications';
import { IdentityFacade } from '#modules/identity';
import type { CallView } from '#modules/calls';
import type { ExpertProfile } from '../domain/experts/expert-profile.js';
import { JUDGES, placesWatchedBy } from '../scoring.permissions.js';
import { ExpertStore, type DutyRow } from '../store/expert.store.js';
import { PanelStore } from '../store/panel.store.js';
import type { PoolMemberView } from './panel.view.js';

/** Who may be seated: everybody with a judge's role at the place or above it. */
@Injectable()
export class ReadPool {
  constructor(
    private readonly identity: IdentityFacade,
    private readonly applications: ApplicationsFacade,
    private readonly experts: ExpertStore,
    private readonly panels: PanelStore,
  ) {}

  async of({ nodePath }: Pick<CallView, 'nodePath'>): Promise<{ id: string; name: string }[]> {
    const held = await Promise.all(JUDGES.map((role) => this.identity.accountsWith({ role, nodePath })));
    const people = new Map(held.flat().map(({ id, name }) => [id, { id, name }]));
    return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  }

  /** Whether somebody may judge in the call, or has a seat in it: a guest on paper, or one who has left the pool since. */
  async knows(call: Pick<CallView, 'id' | 'nodePath'>, accountId: string): Promise<boolean> {
    return (await this.of(call)).some(({ id }) => id === accountId) || (await this.panels.seatsOf(accountId)).some(({ callId }) => callId === call.id);
  }

  /** The pool with what an officer weighs: where each is from, whether she belongs to an applicant of the call, and what she has done in calls of the officer's places. */
  async described(call: Pick<CallView, 'id' | 'nodePath' | 'rulebook'>, actor: Actor): Promise<PoolMemberView[]> {
    const [people, applications] = await Promise.all([this.of(call), this.applications.outlines({ callId: call.id, statuses: APPLICATION_STATUSES })]);
    const ids = people.map(({ id }) => id);
    const [profiles, duties] = await Promise.all([this.experts.profiles(ids), this.experts.duties(ids, placesWatchedBy(actor))]);
    const barred = new Set(call.rulebook.scoring.stages.flatMap(({ blocs }) => blocs.flatMap(({ panel }) => panel.barred)));
    return Promise.all(people.map(async ({ id, name }) => {
      const { roles } = await this.identity.actorOf(id);
      const judging = roles.filter(({ role, nodePath }) => (JUDGES as readonly string[]).includes(role) && nodePath !== undefined);
      const organisations = roles.filter(({ role }) => role === 'applicant').map(({ subjectId }) => subjectId);
      const own = applications.filter((one) => [one.organisationId, ...one.coOrganisationIds].some((organisation) => organisations.includes(organisation)));
      return {
        ...ofProfile(profiles.find(({ accountId }) => accountId === id), barred), ...ofDuties(duties.filter(({ accountId }) => accountId === id)),
        id, name, roles: [...new Set(judging.map(({ role }) => role))], ownApplications: own.map(({ projectName }) => projectName),
        places: await Promise.all([...new Set(judging.map(({ nodePath }) => nodePath!))].map(async (path) => (await this.identity.nodeAt(path)).name)),
      };
    }));
  }
}

const ofProfile = (profile: ExpertProfile | undefined, barred: ReadonlySet<string>): Pick<PoolMemberView, 'employer' | 'topics' | 'barred'> =>
  profile ? { employer: profile.employer, topics: profile.topics, barred: barred.has(profile.occupation) } : { employer: null, topics: [], barred: false };

function ofDuties(duties: readonly DutyRow[]): Pick<PoolMemberView, 'duties' | 'performance'> {
  const scores = duties.flatMap(({ score }) => score ?? []);
  return { duties: duties.length, performance: scores.length > 0 ? Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length) : null };
}
