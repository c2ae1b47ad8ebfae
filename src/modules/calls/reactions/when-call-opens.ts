import { Injectable } from '@nestjs/common';
import { say } from '#libs/errors';
import { Events, Reacts, type Reaction } from '#libs/events';
import { PeopleToBeTold } from '#modules/identity';
import { CallOpened, CallPublished, type CallNews } from '../calls.events.js';
import type { CallAlert } from '../domain/alert/alert.js';
import { RecordInvitation } from '../handlers/arrange-admission.js';
import { AdmissionStore } from '../store/admission.store.js';
import { AlertStore } from '../store/alert.store.js';
import { CallCatalogue } from '../store/call-catalogue.js';
import { CallStore } from '../store/call.store.js';

/** Writes to everybody whose kept search finds the call that has opened: to each person once, however many of them find it. */
@Injectable()
@Reacts(CallOpened)
export class AlertOfOpenedCall implements Reaction<CallNews> {
  constructor(
    private readonly alerts: AlertStore,
    private readonly calls: CallStore,
    private readonly catalogue: CallCatalogue,
    private readonly events: Events,
  ) {}

  async run({ callId, number }: CallNews): Promise<void> {
    const call = await this.calls.find(callId);
    for (const accountId of call ? await this.keepersWhoFind(callId) : []) {
      await this.events.tell(PeopleToBeTold, {
        to: { accountIds: [accountId] }, kind: 'call-alert', link: `/calls/${callId}`, key: `call-alert:${callId}:${accountId}`, ...WORDS,
        facts: { number, call: call!.title, closes: call!.closesAt?.toISOString() ?? '' },
      });
    }
  }

  /** Each search is asked once, however many have kept it. */
  private async keepersWhoFind(callId: string): Promise<Set<string>> {
    const alerts = await this.alerts.all();
    const keepers = new Set<string>();
    for (const search of new Set(alerts.map(searchOf))) {
      const kept = alerts.filter((alert) => searchOf(alert) === search);
      if (await this.catalogue.finds(callId, kept[0]!)) kept.forEach(({ accountId }) => keepers.add(accountId));
    }
    return keepers;
  }
}

const searchOf = ({ applicantType, words }: CallAlert): string => JSON.stringify([applicantType, words]);

const WORDS = {
  title: say('{number} 开始征集', '{number} is open for applications'),
  body: say('符合您所设提醒的征集“{call}”已开放申报，{closes} 截止（北京时间）。不想再收到，可在征集公告页取消提醒。', 'The call "{call}", which your alert looks for, is open until {closes} (Beijing time). To hear no more, end the alert on the page of all calls.'),
};

/** Writes to the organisations that were named before the call was published. */
@Injectable()
@Reacts(CallPublished)
export class TellInvited implements Reaction<CallNews> {
  constructor(
    private readonly calls: CallStore,
    private readonly admissions: AdmissionStore,
    private readonly invitations: RecordInvitation,
  ) {}

  async run({ callId, by }: CallNews): Promise<void> {
    const call = await this.calls.find(callId);
    if (!call || call.visibility !== 'invited' || by === undefined) return;
    const named = (await this.admissions.invitations(callId)).filter(({ way }) => way === 'named').map(({ organisationId }) => organisationId);
    await this.invitations.tell(call, named, by);
  }
}
