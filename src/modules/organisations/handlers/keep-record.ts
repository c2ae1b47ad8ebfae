import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { dayOf } from '#libs/calendar';
import { Clock } from '#libs/clock';
import { newId, Transaction } from '#libs/database';
import { absent, invalid, refused, say } from '#libs/errors';
import { DocumentsFacade } from '#modules/documents';
import { Issue, type IssueKind } from '../domain/issue.js';
import { Lookup, type LookupEntry, type Register } from '../domain/lookup.js';
import type { Organisation } from '../domain/organisation.js';
import { noSuchOrganisation } from '../organisations.errors.js';
import { KEEPERS } from '../organisations.permissions.js';
import { OrganisationStore } from '../store/organisation.store.js';
import { RecordStore } from '../store/record.store.js';

export interface LookedUp {
  readonly register: Register;
  /** `YYYY-MM-DD` */
  readonly lookedUpOn: string;
  readonly entries: readonly LookupEntry[];
  /** The page of the register as it was seen. */
  readonly documentId: string;
}

/** The audit leaf of one write about an organisation, and its instant. */
@Injectable()
export class RecordLeaf {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async write(action: string, id: string, actor: Actor, facts: object): Promise<void> {
    await this.audit.record({ action, subject: { kind: 'organisation', id }, actor, facts: { ...facts } });
  }
}

/** Staff note what they looked up about an organisation and what is wrong with it; both stay on record for every later round. */
@Injectable()
export class KeepRecord {
  constructor(
    private readonly tx: Transaction,
    private readonly organisations: OrganisationStore,
    private readonly records: RecordStore,
    private readonly documents: DocumentsFacade,
    private readonly leaves: RecordLeaf,
  ) {}

  /** @throws DomainError `organisation_absent`, `document_absent`, `looked_up_later` for a day that is still to come, `entry_days_reversed` */
  lookUp(id: string, { register, lookedUpOn, entries, documentId }: LookedUp, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const organisation = await this.held(id, actor);
      const now = this.leaves.now();
      if (lookedUpOn > dayOf(now)) throw invalid('looked_up_later', say('查询日期不能晚于今天', 'The day of the look-up cannot be later than today'));
      if (entries.some(({ fromDay, untilDay }) => untilDay !== null && untilDay < fromDay)) throw invalid('entry_days_reversed', say('移出日期不能早于列入日期', 'An entry cannot end before it begins'));
      const { nodePath, name, creditCode, legalRepresentative } = organisation;
      const lookup = Object.assign(new Lookup(), {
        id: newId<string>(), organisationId: organisation.id, register, lookedUpOn, entries, documentId, result: entries.length > 0 ? 'listed' : 'clear',
        subject: { name, creditCode, legalRepresentative }, madeBy: actor.accountId, madeAt: now,
      });
      await this.documents.attach([documentId], { kind: 'organisation_lookup', id: lookup.id }, { audience: 'staff', nodePath }, actor);
      await this.records.addLookup(lookup);
      await this.leaves.write('organisation.looked_up', id, actor, { register, lookedUpOn, result: lookup.result, entries, documentId });
    });
  }

  raise(id: string, { kind, reason }: { kind: IssueKind; reason: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { id: organisationId } = await this.held(id, actor);
      const issue = Object.assign(new Issue(), {
        id: newId<string>(), organisationId, kind, reason, raisedBy: actor.accountId, raisedAt: this.leaves.now(), resolution: null, resolvedBy: null, resolvedAt: null,
      });
      await this.records.addIssue(issue);
      await this.leaves.write('organisation.issue_raised', id, actor, { issueId: issue.id, kind, reason });
    });
  }

  /** @throws DomainError `issue_absent`, `issue_resolved` */
  resolve(id: string, issueId: string, resolution: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.held(id, actor);
      const issue = await this.records.lockIssue(id, issueId);
      if (!issue) throw absent('issue_absent', say('没有这条情况记录', 'There is no such issue'));
      if (issue.resolvedAt !== null) throw refused('issue_resolved', say('该情况已经处理', 'This issue is settled already'));
      Object.assign(issue, { resolution, resolvedBy: actor.accountId, resolvedAt: this.leaves.now() });
      await this.records.settleIssue(issue);
      await this.leaves.write('organisation.issue_resolved', id, actor, { issueId, reason: resolution });
    });
  }

  private async held(id: string, actor: Actor): Promise<Organisation> {
    const organisation = await this.organisations.lock(id);
    if (!organisation || !actor.holdsAt(organisation.nodePath, ...KEEPERS)) throw noSuchOrganisation();
    return organisation;
  }
}
