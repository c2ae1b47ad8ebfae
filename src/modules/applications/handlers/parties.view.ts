import { Shown } from '#libs/http';
import type { Organisation } from '#modules/organisations';
import { CONSENT_STATES, type ConsentState, type PartnerConsent } from '../domain/partners.js';

/** One organisation that applies. */
export class ApplicantPartyView {
  @Shown() id: string;
  @Shown() name: string;
  @Shown() kind: string;

  static of({ id, name, kind }: Pick<Organisation, 'id' | 'name' | 'kind'>): ApplicantPartyView {
    return { id, name, kind };
  }
}

/** A partner, or the host of a group without registration, and whether it takes part. */
export class PartnerView extends ApplicantPartyView {
  @Shown({ description: '未登记团体的依托单位 hosts the group that applies' }) host: boolean;
  @Shown({ nullable: true, enum: [...CONSENT_STATES], description: '空：不须确认 null for one that was named before anybody had to be asked' }) consent: ConsentState | null;
  @Shown({ nullable: true, type: Date }) answeredAt: Date | null;
  @Shown({ nullable: true, type: String }) answeredBy: string | null;
  @Shown({ nullable: true, type: String, description: '该单位的说明 what it says about it' }) note: string | null;
  @Shown({ description: '读者可代表该单位答复 the reader may answer for it now' }) mine: boolean;
  @Shown({ description: '读者可代表该单位退出 the reader may take its consent back' }) leaving: boolean;

  static ofPartner(partner: Pick<Organisation, 'id' | 'name' | 'kind'>, consent: PartnerConsent | undefined, reading: Pick<PartnerView, 'host' | 'answeredBy' | 'mine' | 'leaving'>): PartnerView {
    return { ...ApplicantPartyView.of(partner), consent: consent?.state ?? null, answeredAt: consent?.answeredAt ?? null, note: consent?.note ?? null, ...reading };
  }
}
