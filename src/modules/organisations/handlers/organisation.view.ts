import { Shown, ShownSentence } from '#libs/http';
import type { BankAccount } from '../domain/bank-account.js';
import { bankAccountLifecycle } from '../domain/bank-account.js';
import { OrganisationProfile, type Debarment, type Organisation } from '../domain/organisation.js';
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

/** What members and staff see of an organisation. */
export class OrganisationView extends OrganisationProfile {
  @Shown() id: string;
  @Shown() nodePath: string;
  @Shown() version: number;
  @Shown({ nullable: true, type: String }) stopReason: string | null;
  @Shown({ type: [Object] }) remarks: Remark[];
  @Shown({ type: [DebarmentView] }) debarments: DebarmentView[];

  static of(organisation: Organisation, more: { remarks?: Remark[]; debarments?: Debarment[] } = {}): OrganisationView {
    const { createdAt: _createdAt, stoppedAt: _stoppedAt, ...shown } = organisation;
    const debarments = (more.debarments ?? [])
      .filter((debarment) => !debarment.liftedAt)
      .map(({ fromDay, untilDay, basis }) => ({ fromDay, untilDay, basis }));
    return { ...shown, remarks: more.remarks ?? [], debarments };
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

  static of({ id, name, kind, creditCode, grade, stopReason }: Organisation): OrganisationRow {
    return { id, name, kind, creditCode, grade, stopped: stopReason !== null };
  }
}
