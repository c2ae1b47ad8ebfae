import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { refused, say, type DomainError } from '#libs/errors';
import type { ApplicationView } from '#modules/applications';
import type { CallView } from '#modules/calls';
import { PanelStore } from '../store/panel.store.js';
import { DetectConflicts } from './detect-conflicts.js';

const partyOf = () => refused('party_of_application', say('您是申报组织的成员，不能申请、批准或查看', 'You belong to an applicant; you can neither ask, grant nor look'));
const onThePanel = () => refused('judge_of_round', say('您是本轮评委，不能申请、批准或查看他人的评分', 'You judge in this round; you can neither ask for, grant nor read what others gave'));
const inConflict = () => refused('conflict_of_interest', say('您与该申报有利益冲突或待核实的关系，不能申请、批准或查看', 'There is a conflict between you and this application, or one to be looked into; you can neither ask, grant nor look'));

/** Whoever is a party, a colleague on the panel or in conflict opens nothing that is hidden, in no emergency. */
@Injectable()
export class TellTooNear {
  constructor(
    private readonly panels: PanelStore,
    private readonly detecting: DetectConflicts,
  ) {}

  /** @param ownSeat the judge's own seat, which is no obstacle to what is opened to her as a judge */
  async of(actor: Actor, application: ApplicationView, call: CallView, ownSeat: string | null = null): Promise<DomainError | null> {
    const parties = [application.organisationId, ...application.coOrganisationIds];
    if (parties.some((id) => actor.holdsFor(id, 'applicant'))) return partyOf();
    const [seats, declaration, findings] = await Promise.all([
      this.panels.seatsOf(actor.accountId), this.panels.declaration(actor.accountId, application.id),
      this.detecting.run({ call, applicationIds: [application.id], experts: [{ id: actor.accountId, name: actor.name }] }),
    ]);
    if (ownSeat === null && seats.some(({ callId }) => callId === call.id)) return onThePanel();
    const declared = declaration !== null && declaration.verdict !== 'none';
    return declared || findings.some(({ level }) => level !== 'cleared') ? inConflict() : null;
  }
}
