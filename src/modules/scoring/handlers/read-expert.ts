import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { say } from '#libs/errors';
import { divisionName } from '#libs/identifiers';
import { CallsFacade } from '#modules/calls';
import type { ExpertProfile, ExpertTie } from '../domain/experts/expert-profile.js';
import { placesWatchedBy } from '../scoring.permissions.js';
import { ExpertStore, type DutyRow } from '../store/expert.store.js';
import type { DutyView, ExpertProfileView, ExpertTieView } from './expert.view.js';
import { HoldExpert } from './keep-expert.js';

const EMPTY = { employer: '', employerCode: null, occupation: 'other', title: '', territoryCode: null, territory: null, topics: [], languages: ['zh'], most: null, phone: null, address: null, away: [], savedAt: null, version: 0 };

/** An expert's profile with her relations and the duties she has done: all of them for herself, for officers those in calls of their own places. */
@Injectable()
export class ReadExpert {
  constructor(
    private readonly holding: HoldExpert,
    private readonly experts: ExpertStore,
    private readonly calls: CallsFacade,
  ) {}

  /** @throws DomainError `expert_absent` */
  async run(accountId: string, actor: Actor): Promise<ExpertProfileView> {
    const { name } = await this.holding.of(accountId, actor);
    const [profile, ties, duties] = await Promise.all([this.experts.profile(accountId), this.experts.ties([accountId]), this.experts.duties([accountId], accountId === actor.accountId ? null : placesWatchedBy(actor))]);
    return { accountId, name, ...fieldsOf(profile), ties: ties.map((tie) => expertTieView(tie, actor)), duties: await this.named(duties) };
  }

  private async named(duties: readonly DutyRow[]): Promise<DutyView[]> {
    const calls = new Map(await Promise.all([...new Set(duties.map(({ callId }) => callId))].map(async (id) => [id, await this.calls.get(id)] as const)));
    return duties.map(({ callId, stageKey, status, seatedAt, sheets, score }) => {
      const { title, rulebook } = calls.get(callId)!;
      return { callTitle: title, stageTitle: rulebook.scoring.stages.find(({ key }) => key === stageKey)?.title ?? say('', ''), status, seatedAt, sheets, score };
    });
  }
}

function fieldsOf(profile: ExpertProfile | null): Omit<ExpertProfileView, 'accountId' | 'name' | 'ties' | 'duties'> {
  if (!profile) return EMPTY;
  const { employer, employerCode, occupation, title, territoryCode, topics, languages, most, phone, address, away, savedAt, version } = profile;
  return { employer, employerCode, occupation, title, territoryCode, territory: territoryCode && divisionName(territoryCode), topics, languages, most, phone, address, away: [...away], savedAt, version };
}

const expertTieView = ({ id, accountId, kind, organisationName, personName, since, until, note, source, recordedAt }: ExpertTie, actor: Actor): ExpertTieView => ({
  id, kind, organisationName, personName, since, until, note, source, recordedAt, mine: accountId !== actor.accountId || source === 'self',
});
