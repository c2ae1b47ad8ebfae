import { Injectable } from '@nestjs/common';
import type { PageRequest } from '#libs/database';
import { publicState } from '../domain/public-state.js';
import { hostOf } from '../domain/host.js';
import { nothingFunded } from '../reporting.errors.js';
import { PortalStore, type AnnouncedAward, type AnnouncedRound } from '../store/portal.store.js';
import { FundedProjectView, type FundedRoundPage, type FundedRoundView, type PlatformTotalsView } from './portal.view.js';

/** What programmes funded, for everybody. */
@Injectable()
export class ReadPortal {
  constructor(private readonly portal: PortalStore) {}

  /** The most recently announced first. */
  async rounds(page: PageRequest): Promise<FundedRoundPage> {
    const { items, next } = await this.portal.rounds(page);
    const awards = await this.portal.awards(items.map(({ id }) => id));
    return { items: items.map((round) => viewOf(round, awards.filter(({ callId }) => callId === round.id))), next };
  }

  /** @throws DomainError `programme_absent` before anything of the round is announced */
  async round(callId: string): Promise<FundedRoundView> {
    const { items: [round] } = await this.portal.rounds({ limit: 1 }, callId);
    if (!round) throw nothingFunded();
    return viewOf(round, await this.portal.awards([round.id]));
  }

  totals(): Promise<PlatformTotalsView> {
    return this.portal.totals();
  }
}

function viewOf(round: AnnouncedRound, awards: readonly AnnouncedAward[]): FundedRoundView {
  const { id, number, title, programmeTitle, year, organisers, announcedAt } = round;
  const confirmed = awards.filter(({ status }) => status !== 'in_publicity');
  const shown = awards.some(({ amountFen }) => amountFen !== null);
  return {
    callId: id, number, title, programme: programmeTitle, year, organiser: hostOf(organisers), announcedAt, projects: confirmed.length,
    awardedFen: shown ? confirmed.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0) : null, onNotice: awards.length - confirmed.length,
    list: awards.map((award) => projectOf(award, round)),
  };
}

function projectOf({ organisation, project, categoryKey, amountFen, status, projectStatus }: AnnouncedAward, { categories }: AnnouncedRound): FundedProjectView {
  const category = categories.find(({ key }) => key === categoryKey)?.title ?? null;
  return { organisation, project, category, amountFen, state: publicState(status, projectStatus), onNotice: status === 'in_publicity' };
}
