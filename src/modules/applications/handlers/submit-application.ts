import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { canonicalJson } from '#libs/canonical-json';
import { Transaction } from '#libs/database';
import { refused, say, type Problem } from '#libs/errors';
import { incomplete, noSuchApplication, previewNeeded, previewOutdated } from '../applications.errors.js';
import { isApplicant } from '../applications.permissions.js';
import { Submission, type Application } from '../domain/application.js';
import { applicationLifecycle } from '../domain/application.lifecycle.js';
import { wordsOfFailure } from '../domain/eligibility/judge-rules.js';
import { preferencesMet } from '../domain/eligibility/preferences.js';
import { previewHash } from '../domain/preview.js';
import { ApplicationStore } from '../store/application.store.js';
import type { ReceiptView } from './application.view.js';
import { GatherFacts, type Standing } from './gather-facts.js';
import { PreviewApplication, type PreviewView } from './preview-application.js';
import { RecordMove } from './record-move.js';

/** Submits a complete application, or its correction, before the deadline: one short transaction. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly tx: Transaction,
    private readonly applications: ApplicationStore,
    private readonly gather: GatherFacts,
    private readonly moves: RecordMove,
    private readonly previewing: PreviewApplication,
  ) {}

  /** What would be submitted, with the name that a submission must give. @throws DomainError `application_absent` */
  preview(id: string, actor: Actor): Promise<PreviewView> {
    return this.previewing.run(id, actor);
  }

  /**
   * @throws DomainError `declaration_needed`, `deadline_passed`, `call_not_open`, `application_incomplete` with every fault,
   *   `preview_needed` and `preview_outdated` where it was not seen as it stands, `wrong_state` for one that is submitted already
   */
  run(id: string, { declared, previewed }: { declared: boolean; previewed?: string }, actor: Actor): Promise<ReceiptView> {
    return this.tx.run(async () => {
      const application = await this.applications.lock(id);
      if (!application || !isApplicant(actor, application)) throw noSuchApplication();
      if (!declared) throw refused('declaration_needed', say('须确认申报承诺', 'The declaration must be confirmed'));
      const standing = await this.gather.of(application, 'submission', actor, true);
      refuseFaulty(application, standing);
      refuseUnseen(application, standing, previewed);
      // Within the transaction: it is what a repeat of the request will be answered.
      const { number, ordinal, hash, submittedAt, rulebookVersion } = await this.submit(application, standing, actor);
      return { number, ordinal, hash, submittedAt, rulebookVersion };
    });
  }

  private async submit(application: Application, { call, context, facts }: Standing, actor: Actor): Promise<Submission> {
    // A number is given at the first submission and kept: without one there was none.
    const { times, last } = application.number === null ? { times: 0, last: null } : await this.applications.submittedBefore(application.id);
    const [number, ordinal] = [await this.numberOf(application, call.number), times + 1];
    const submission = Object.assign(new Submission(), {
      applicationId: application.id, ordinal, number, answers: application.answers, rulebookVersion: call.rulebookVersion,
      // A clock that was set back gives no amendment an earlier time than what it amends.
      submittedBy: actor.accountId, submittedAt: last !== null && last > context.now ? last : context.now, hash: hashOf(application, number, call.rulebookVersion),
    });
    await this.moves.run(application, application.status === 'returned' ? 'resubmit' : 'submit', context, {
      facts: { number, hash: submission.hash, ordinal },
      adapt: () => {
        Object.assign(application, {
          number, submittedAt: application.submittedAt ?? context.now, returned: null, rulebookVersion: call.rulebookVersion,
          preferences: preferencesMet(call.rulebook.preferences, facts),
        });
      },
      writes: () => [this.applications.addSubmission(submission)],
    });
    return submission;
  }

  /** The number of the first submission stays. */
  private async numberOf({ number, callId }: Application, callNumber: string): Promise<string> {
    return number ?? `${callNumber}-${String(await this.applications.numbers.next(callId)).padStart(4, '0')}`;
  }
}

/** Why it cannot be submitted, in the order in which an applicant would want to know: time first, then what is missing. */
function refuseFaulty(application: Application, { context, faults, bars, rules }: Standing): void {
  const move = application.status === 'returned' ? 'resubmit' : 'submit';
  const verdict = applicationLifecycle.judge(application, move, context);
  if (verdict.allowed || verdict.code !== 'application_incomplete') return;
  const failed: Problem[] = rules.filter((rule) => rule.verdict === 'failed' && rule.effect === 'exclude')
    .map((rule) => ({ path: `eligibility.${rule.id}`, code: 'rule_failed', sentence: wordsOfFailure(rule) }));
  throw incomplete([...bars, ...failed, ...faults.filter(({ severity }) => severity === 'error')]);
}

/** Nobody submits what she has not seen as it stands: the rendered application, under the rules in force. Said last, once nothing else is in the way. */
function refuseUnseen(application: Application, { context, call }: Standing, previewed: string | undefined): void {
  if (!applicationLifecycle.judge(application, application.status === 'returned' ? 'resubmit' : 'submit', context).allowed) return;
  if (previewed === undefined) throw previewNeeded();
  if (previewed !== previewHash(application, call.rulebook, call.rulebookVersion)) throw previewOutdated();
}

/** What the receipt vouches for. */
function hashOf({ callId, organisationId, coOrganisationIds, answers }: Application, number: string, rulebookVersion: number): string {
  const content = canonicalJson({ number, callId, organisationId, coOrganisationIds, rulebookVersion, answers });
  return createHash('sha256').update(content).digest('hex');
}
