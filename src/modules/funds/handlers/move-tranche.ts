import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { dayOf } from '#libs/calendar';
import { Transaction } from '#libs/database';
import { DocumentsFacade } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import { OrganisationsFacade } from '#modules/organisations';
import { dayAhead, noSuchTranche, nothingToPay } from '../funds.errors.js';
import { trancheLifecycle, type TrancheMove } from '../domain/tranche.lifecycle.js';
import type { Tranche, Voucher } from '../domain/tranche.js';
import { FundsStore } from '../store/funds.store.js';
import { JudgeGate, type JudgedTranche } from './judge-gate.js';
import { KeepBooks } from './keep-books.js';
import { ReleasePromise } from './release-promise.js';
import { TellAboutMoney } from './tell-about-payment.js';

/** Locks a tranche, looks at its gate, moves it and puts it on record. */
@Injectable()
export class RecordTranche {
  constructor(
    private readonly tx: Transaction,
    private readonly funds: FundsStore,
    private readonly gate: JudgeGate,
    private readonly audit: AuditTrail,
    private readonly telling: TellAboutMoney,
  ) {}

  /** @param may whether the actor may; to everybody else the tranche does not exist */
  run(id: string, move: TrancheMove, by: { actor: Actor; reason?: string; may(tranche: Tranche): boolean }, adapt: (tranche: Tranche, judged: JudgedTranche) => void | Promise<void>): Promise<Tranche> {
    return this.tx.run(async () => {
      const tranche = await this.funds.lock(id);
      if (!tranche || !by.may(tranche)) throw noSuchTranche();
      const judged = await this.gate.run(tranche);
      const unmet = judged.verdict.reasons.filter(({ met }) => !met);
      trancheLifecycle.move(tranche, move, { actor: by.actor, now: judged.now, unmet, projectOver: judged.project.status === 'terminated', dueFen: judged.dueFen, reason: by.reason });
      tranche.reason = by.reason ?? null;
      await this.audit.record({ action: `tranche.${move}`, subject: { kind: 'tranche', id }, actor: by.actor, facts: { projectId: tranche.projectId, key: tranche.key, status: tranche.status, reason: by.reason ?? null } });
      await adapt(tranche, judged);
      await this.funds.update(tranche);
      await this.gate.noteReliance(move, tranche);
      await this.telling.payment(move, tranche);
      return tranche;
    });
  }
}

/** The grantee asks for a tranche with its papers, and later says that the money has come. */
@Injectable()
export class RequestTranche {
  constructor(
    private readonly records: RecordTranche,
    private readonly documents: DocumentsFacade,
  ) {}

  /** @throws DomainError `tranche_absent`, `wrong_state`, the documents' own */
  request(id: string, vouchers: readonly Voucher[], actor: Actor): Promise<Tranche> {
    return this.records.run(id, 'request', { actor, may: (tranche) => actor.holdsFor(tranche.organisationId, 'applicant') }, async (tranche, { now }) => {
      const { nodePath, organisationId } = tranche;
      const files = vouchers.map(({ documentId }) => documentId);
      if (files.length > 0) await this.documents.attach(files, { kind: 'tranche', id }, { audience: 'organisation', nodePath, organisationId }, actor);
      Object.assign(tranche, { vouchers, requestedBy: actor.accountId, requestedAt: now });
    });
  }

  acknowledge(id: string, actor: Actor): Promise<Tranche> {
    return this.records.run(id, 'acknowledge', { actor, may: (tranche) => actor.holdsFor(tranche.organisationId, 'applicant') }, (tranche, { now }) => {
      tranche.acknowledgedAt = now;
    });
  }
}

/** Finance prepares, releases and records a payment: each step by the role that it belongs to. */
@Injectable()
export class PayTranche {
  constructor(
    private readonly records: RecordTranche,
    private readonly organisations: OrganisationsFacade,
    private readonly identity: IdentityFacade,
    private readonly books: KeepBooks,
    private readonly promises: ReleasePromise,
  ) {}

  /** @throws DomainError `gate_closed` naming what is not met, `nothing_to_pay`, `wrong_state` */
  prepare(id: string, actor: Actor): Promise<Tranche> {
    return this.records.run(id, 'prepare', { actor, may: isMaker(actor) }, async (tranche, { dueFen, now }) => {
      if (dueFen <= 0) throw nothingToPay();
      const account = await this.organisations.payableAccount(tranche.organisationId);
      Object.assign(tranche, { preparedBy: actor.accountId, preparedAt: now, payFen: dueFen, accountId: account!.id });
    });
  }

  /** @throws DomainError `second_factor_needed`, `second_person_needed`, `gate_closed`, `due_fell` */
  async approve(id: string, actor: Actor): Promise<Tranche> {
    this.identity.requireFreshFactor(actor);
    return this.records.run(id, 'approve', { actor, may: isApprover(actor) }, (tranche, { now }) => {
      Object.assign(tranche, { approvedBy: actor.accountId, approvedAt: now });
    });
  }

  /** Also after the approval, while nothing is paid: a transfer that the bank turned back, or a gate that has shut, starts again. */
  refuse(id: string, reason: string, actor: Actor): Promise<Tranche> {
    return this.records.run(id, 'refuse', { actor, reason, may: isApprover(actor) }, (tranche) => {
      Object.assign(tranche, { preparedBy: null, preparedAt: null, payFen: null, accountId: null, approvedBy: null, approvedAt: null });
    });
  }

  /** What the bank has carried out, once: the reference names the transfer. @throws DomainError `day_ahead`, `due_fell`, `bank_reference_taken`, `insufficient_balance` */
  pay(id: string, { bankReference, paidOn }: { bankReference: string; paidOn: string }, actor: Actor): Promise<Tranche> {
    return this.records.run(id, 'pay', { actor, may: isMaker(actor) }, async (tranche, { now }) => {
      if (paidOn > dayOf(now)) throw dayAhead();
      Object.assign(tranche, { bankReference, paidOn, paidBy: actor.accountId });
      await this.books.pay({ callId: tranche.callId, projectId: tranche.projectId, amountFen: tranche.payFen! }, { trancheId: id, paidOn }, actor.accountId);
    });
  }

  /** A tranche that nobody will ask for any more. */
  cancel(id: string, reason: string, actor: Actor): Promise<Tranche> {
    return this.records.run(id, 'cancel', { actor, reason, may: isMaker(actor) }, ({ projectId }) => this.promises.run(projectId, actor, id));
  }
}

const isMaker = (actor: Actor) => (tranche: Tranche): boolean => actor.holdsAt(tranche.nodePath, 'finance_maker');
const isApprover = (actor: Actor) => (tranche: Tranche): boolean => actor.holdsAt(tranche.nodePath, 'finance_approver');
