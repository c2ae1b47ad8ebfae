import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { canonicalJson, canonicalOnce } from '#libs/canonical-json';
import { Transaction } from '#libs/database';
import { refused, say, type Problem } from '#libs/errors';
import { incomplete, noSuchApplication, previewNeeded, previewOutdated } from '../applications.errors.js';
import { isApplicant } from '../applications.permissions.js';
import { Submission, type Application } from '../domain/application.js';
import { applicationLifecycle } from '../domain/application.lifecycle.js';
import { wordsOfFailure } from '../domain/eligibility/judge-rules.js';
import { preferencesMet } from '../domain/eligibility/preferences.js';
import { previewHash } from '../domain/preview.js';
import { SubmissionStore } from '../store/submission.store.js';
import type { ReceiptView } from './application.view.js';
import { GatherFacts, type Standing } from './gather-facts.js';
import { PreviewApplication, type PreviewView } from './preview-application.js';
import { RecordMove } from './record-move.js';

/** What is to be written of a submission. */
interface Decided {
  readonly application: Application;
  /** Its number in the call, where it gets one now. */
  readonly n: number | null;
  readonly move: 'submit' | 'resubmit';
  readonly standing: Standing;
  readonly submission: Submission;
}

/**
 * Submits a complete application, or its correction, before the deadline. Everything is read and judged first and with no row locked; what
 * is written is one statement, which finds out whether any of it was changed in between, and then all is read and judged again.
 */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly tx: Transaction,
    private readonly submissions: SubmissionStore,
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
    return this.tx.repeated(async () => {
      const [found, ahead] = await Promise.all([this.submissions.toSubmit(id), this.gather.ahead(id, actor)]);
      if (!found || !isApplicant(actor, found.application)) throw noSuchApplication();
      if (!declared) throw refused('declaration_needed', say('须确认申报承诺', 'The declaration must be confirmed'));
      const { application, tally } = found;
      const standing = await this.gather.toSubmit(application, { ...ahead, tally }, actor);
      const move = application.status === 'returned' ? 'resubmit' : 'submit';
      refuse(application, move, standing, previewed);
      // A number is given at the first submission and kept: without one there was none.
      const n = application.number === null ? await this.submissions.numbers.next(application.callId) : null;
      try {
        const submission = await this.submissionOf(application, n, standing, actor);
        return await this.tx.run(() => this.submit({ application, n, move, standing, submission }));
      } catch (error) {
        if (n !== null) await this.submissions.numbers.giveBack(application.callId, n);
        throw error;
      }
    });
  }

  private async submissionOf(application: Application, n: number | null, { call: { number: callNumber, rulebookVersion }, context }: Standing, actor: Actor): Promise<Submission> {
    const { id, answers } = application;
    const { times, last } = n === null ? await this.submissions.before(id) : { times: 0, last: null };
    const number = application.number ?? `${callNumber}-${String(n).padStart(4, '0')}`;
    return Object.assign(new Submission(), {
      applicationId: id, ordinal: times + 1, number, answers, rulebookVersion,
      // A clock that was set back gives no amendment an earlier time than what it amends.
      submittedBy: actor.accountId, submittedAt: last !== null && last > context.now ? last : context.now, hash: hashOf(application, number, rulebookVersion),
    });
  }

  /** @returns what a repeat of the request will be answered, too */
  private async submit({ application, n, move, standing, submission }: Decided): Promise<ReceiptView> {
    const { number, ordinal, hash, submittedAt, rulebookVersion } = submission;
    this.gather.hold(standing);
    if (n !== null) this.submissions.numbers.use(application.callId, n);
    await this.moves.run(application, move, standing.context, {
      facts: { number, hash, ordinal },
      adapt: () => {
        Object.assign(application, {
          number, submittedAt: application.submittedAt ?? standing.context.now, returned: null, rulebookVersion,
          preferences: preferencesMet(standing.call.rulebook.preferences, standing.facts),
        });
      },
    });
    this.submissions.add(submission);
    return { number, ordinal, hash, submittedAt, rulebookVersion };
  }
}

/**
 * Why it cannot be submitted, in the order in which an applicant would want to know: time first, then what is missing, with every fault, and
 * once nothing else is in the way that nobody submits what she has not seen as it stands: the rendered application, under the rules in force.
 */
function refuse(application: Application, move: 'submit' | 'resubmit', { call, context, faults, bars, rules }: Standing, previewed: string | undefined): void {
  const verdict = applicationLifecycle.judge(application, move, context);
  if (!verdict.allowed && verdict.code === 'application_incomplete') throw incomplete([...bars, ...failed(rules), ...faults.filter(({ severity }) => severity === 'error')]);
  insist(verdict);
  if (previewed === undefined) throw previewNeeded();
  if (previewed !== previewHash(application, call.rulebook, call.rulebookVersion)) throw previewOutdated();
}

const failed = (rules: Standing['rules']): Problem[] => rules.filter((rule) => rule.verdict === 'failed' && rule.effect === 'exclude')
  .map((rule) => ({ path: `eligibility.${rule.id}`, code: 'rule_failed', sentence: wordsOfFailure(rule) }));

/** What the receipt vouches for. */
function hashOf({ callId, organisationId, coOrganisationIds, answers }: Application, number: string, rulebookVersion: number): string {
  const content = canonicalJson({ number, callId, organisationId, coOrganisationIds, rulebookVersion, answers: canonicalOnce(answers) });
  return createHash('sha256').update(content).digest('hex');
}
