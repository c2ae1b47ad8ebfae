import { say, tell, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { BankAccount } from '../domain/bank-account.js';
import { bankAccountLifecycle } from '../domain/bank-account.js';
import {
  GRADES, INSPECTION_VERDICTS, ORGANISATION_KINDS, REGISTRATION_LEVELS, type AnnualInspection, type Debarment, type Organisation, type OrganisationProfile,
} from '../domain/organisation.js';
import type { Remark } from '../domain/profile-rules.js';

export class BankAccountView {
  @Shown() id: string;
  @Shown() status: string;
  @ShownSentence() label: { zh: string; en: string };
  @Shown() bankName: string;
  @Shown() accountName: string;
  /** Last four digits only. */
  @Shown() masked: string;
  @Shown() proposedAt: Date;
  @Shown({ nullable: true, type: String }) note: string | null;

  static of(account: BankAccount): BankAccountView {
    const { id, status, bankName, accountName, masked, proposedAt, note } = account;
    return { id, status, label: bankAccountLifecycle.label(status), bankName, accountName, masked, proposedAt, note };
  }
}

export class DebarmentView {
  @Shown() fromDay: string;
  @Shown() untilDay: string;
  @Shown() basis: string;
}

/** What the platform noticed and lets pass. */
export class RemarkView {
  @Shown() code: string;
  @ShownSentence() sentence: Sentence;

  static of({ code, sentence, facts = {} }: Remark): RemarkView {
    return { code, sentence: say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en')) };
  }
}

export class InspectionView implements AnnualInspection {
  @Shown() year: number;
  @Shown({ enum: INSPECTION_VERDICTS }) verdict: AnnualInspection['verdict'];
}

/** What members and staff see of an organisation. */
export class OrganisationView implements OrganisationProfile {
  @Shown() id: string;
  @Shown() nodePath: string;
  @Shown() version: number;
  @Shown() name: string;
  @Shown({ enum: ORGANISATION_KINDS }) kind: OrganisationProfile['kind'];
  @Shown({ nullable: true, type: String }) creditCode: string | null;
  @Shown({ nullable: true, type: String, enum: REGISTRATION_LEVELS }) registrationLevel: OrganisationProfile['registrationLevel'];
  @Shown({ nullable: true, type: String }) registrationAuthority: string | null;
  @Shown({ nullable: true, type: String }) registeredOn: string | null;
  @Shown({ description: 'GB/T 2260' }) territoryCode: string;
  @Shown() address: string;
  @Shown() legalRepresentative: string;
  @Shown() businessScope: string;
  @Shown() profile: string;
  @Shown({ nullable: true, type: String, enum: GRADES }) grade: OrganisationProfile['grade'];
  @Shown({ nullable: true, type: String }) gradedOn: string | null;
  @Shown() fullTimeStaff: number;
  @Shown() socialWorkers: number;
  @Shown() partyOrganisation: boolean;
  @Shown() federationBody: boolean;
  @Shown({ type: [InspectionView] }) inspections: AnnualInspection[];
  @Shown({ nullable: true, type: String }) stopReason: string | null;
  @Shown({ nullable: true, type: String, description: '已并入的组织 the organisation that it was merged into' }) mergedInto: string | null;
  @Shown({ type: [RemarkView] }) remarks: RemarkView[];
  @Shown({ type: [DebarmentView] }) debarments: DebarmentView[];

  static of(organisation: Organisation, more: { remarks?: Remark[]; debarments?: Debarment[] } = {}): OrganisationView {
    const { createdAt: _createdAt, stoppedAt: _stoppedAt, nameLook: _nameLook, representativeLook: _representativeLook, ...shown } = organisation;
    const debarments = (more.debarments ?? [])
      .filter((debarment) => !debarment.liftedAt)
      .map(({ fromDay, untilDay, basis }) => ({ fromDay, untilDay, basis }));
    return { ...shown, remarks: (more.remarks ?? []).map((remark) => RemarkView.of(remark)), debarments };
  }
}

/** One row of a list. */
export class OrganisationRow {
  @Shown() id: string;
  @Shown() name: string;
  @Shown() kind: string;
  @Shown({ nullable: true, type: String }) creditCode: string | null;
  @Shown({ nullable: true, type: String }) grade: string | null;
  @Shown() stopped: boolean;
  @Shown({ description: '已并入另一家组织 was merged into another' }) merged: boolean;

  static of({ id, name, kind, creditCode, grade, stopReason, mergedInto }: Organisation): OrganisationRow {
    return { id, name, kind, creditCode, grade, stopped: stopReason !== null, merged: mergedInto !== null };
  }
}
