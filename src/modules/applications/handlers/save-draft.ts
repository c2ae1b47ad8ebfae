import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { canonicalJson } from '#libs/canonical-json';
import { DatabaseTime, Transaction } from '#libs/database';
import { invalid, refused, say } from '#libs/errors';
import { CallsFacade, type Rulebook } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { applicationChanged } from '../applications.errors.js';
import type { Application } from '../domain/application.js';
import { checkForm } from '../domain/form/check-form.js';
import type { Fault } from '../domain/form/fault.js';
import { fileIds } from '../domain/form/file-ids.js';
import { checkHandedIn, type HandedInFile } from '../domain/form/handed-in-files.js';
import { readFigures, rulesOf } from '../domain/figures.js';
import type { Answers } from '../domain/form/answers.js';
import { withoutPaper } from '../domain/sites/site-request.js';
import { withoutChanged } from '../domain/origins.js';
import { ApplicationStore } from '../store/application.store.js';
import { RevisionStore } from '../store/revision.store.js';
import { HoldOwn } from './hold-own.js';
import { ToldFaults, type ToldSections } from './told-faults.js';

const REVISED_EVERY_MS = 600_000;
const MOST_REMEMBERED = 10_000;

/** What the answers become, by what they were, under rules that were in force and with files that it had then. */
interface Change {
  readonly answers: Answers;
  readonly rulebook: Rulebook;
  readonly rulebookVersion: number;
  readonly files: readonly HandedInFile[];
  readonly now: Date;
}

/** Writes the answers and gives the application the files that they name. */
@Injectable()
export class KeepAnswers {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly documents: DocumentsFacade,
    private readonly audit: AuditTrail,
    private readonly revisions: RevisionStore,
  ) {}

  /** @returns the files that it has now */
  async run(application: Application, { answers, rulebook, rulebookVersion, files, now }: Change, actor: Actor): Promise<readonly HandedInFile[]> {
    const held = await this.attach(application, fileIds(rulebook, answers), files, actor);
    await this.setAside(application, actor, now);
    application.origins = withoutChanged(application.origins, application.answers, answers);
    application.answer(answers, readFigures(rulesOf(rulebook, answers), answers), { now, rulebookVersion });
    application.savedBy = actor.accountId;
    await this.applications.update(application);
    await this.audit.record({ action: 'application.saved', subject: { kind: 'application', id: application.id }, actor, facts: { version: application.version } });
    return held;
  }

  /** Only files that are new to it are looked at: what it has, it was given when they were. */
  private async attach({ id, nodePath, organisationId }: Application, named: readonly string[], files: readonly HandedInFile[], actor: Actor): Promise<readonly HandedInFile[]> {
    const fresh = named.filter((one) => !files.some((file) => file.id === one));
    if (fresh.length === 0) return files;
    await this.documents.attach(fresh, { kind: 'application', id }, { audience: 'organisation', nodePath, organisationId }, actor);
    return this.documents.listOf({ kind: 'application', id });
  }

  /** Not at every pause in typing: when another person goes on, and otherwise every ten minutes. */
  private async setAside(application: Application, actor: Actor, now: Date): Promise<void> {
    const { id, version, answers, savedBy, savedAt, revisedAt } = application;
    if (savedBy === actor.accountId && now.getTime() - revisedAt.getTime() < REVISED_EVERY_MS) return;
    await this.revisions.add({ applicationId: id, version, answers, savedBy, savedAt });
    application.revisedAt = now;
  }
}

interface Ground extends Omit<Change, 'answers'> {
  readonly application: Application;
}

/** The draft as it stands, with what a save of it rests on. It is not locked: of two saves that meet, the later finds a version that is not the one it changed. */
@Injectable()
export class GatherForSave {
  private readonly callOf = new Map<string, string>();

  constructor(
    private readonly holding: HoldOwn,
    private readonly calls: CallsFacade,
    private readonly documents: DocumentsFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** All in one breath where the call is known from the save before: an application never changes its call. */
  async run(id: string, actor: Actor): Promise<Ground> {
    const before = this.callOf.get(id);
    const [application, now, files, known] = await Promise.all([
      this.holding.asItStands(id, 'edit', actor), this.time.arrival(), this.documents.listOf({ kind: 'application', id }), before === undefined ? undefined : this.calls.asOfRequest(before),
    ]);
    const { rulebook, rulebookVersion } = known ?? (await this.calls.asOfRequest(application.callId));
    if (this.callOf.size >= MOST_REMEMBERED) this.callOf.clear();
    this.callOf.set(application.id, application.callId);
    return { application, now, files, rulebook, rulebookVersion };
  }
}

/** A save as its sender is told of it. */
export interface Saved extends ToldSections {
  readonly version: number;
  readonly savedAt: Date;
}

/** Keeps what an applicant has typed so far, right or wrong: nothing typed is lost to a rule. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly tx: Transaction,
    private readonly gathering: GatherForSave,
    private readonly records: KeepAnswers,
    private readonly told: ToldFaults,
  ) {}

  /**
   * @param change what the answers become, by what they are
   * @throws DomainError `beyond_part`, `application_changed` (stale), `not_editable`, `section_closed`, `question_unknown`
   */
  run(id: string, version: number, change: (before: Answers) => Answers, actor: Actor): Promise<Saved> {
    return this.tx.repeated(async () => {
      const { application, now, files, rulebook, rulebookVersion } = await this.gathering.run(id, actor);
      if (application.version !== version) throw applicationChanged();
      const answers = change(application.answers);
      refuseClosed(application, answers, now);
      refuseUnknown(rulebook, answers);
      return this.tx.run(async () => {
        const held = await this.records.run(application, { answers, rulebook, rulebookVersion, files, now }, actor);
        const faults = faultsOf(application, rulesOf(rulebook, answers), held);
        return { version: application.version, savedAt: application.savedAt, ...this.told.of(application, version, rulebook, faults) };
      });
    });
  }
}

const faultsOf = ({ answers, ceilingFen, siteRequests }: Application, rulebook: Rulebook, files: readonly HandedInFile[]): Fault[] =>
  withoutPaper([...checkForm(rulebook, answers, ceilingFen), ...checkHandedIn(rulebook, answers, files)], siteRequests);

function refuseClosed({ status, returned, answers: before }: Application, after: Answers, now: Date): void {
  if (status === 'draft') return;
  if (status !== 'returned' || returned === null) throw refused('not_editable', say('申报已提交，不能直接修改', 'It is submitted and cannot be edited'));
  if (now > new Date(returned.dueAt)) throw refused('correction_overdue', say('补正期限已过', 'The time for correcting is over'));
  const closed = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((section) => !returned.sections.includes(section) && before[section] !== after[section] && canonicalJson(before[section] ?? {}) !== canonicalJson(after[section] ?? {}));
  if (closed.length > 0) throw refused('section_closed', say('补正时只能修改指定的部分', 'Only the named sections can be corrected'), { sections: closed });
}

function refuseUnknown({ form }: Rulebook, answers: Answers): void {
  const unknown = Object.entries(answers).flatMap(([key, section]) => {
    const known = form.sections.find((one) => one.key === key)?.questions.map((question) => question.key) ?? [];
    return Object.keys(section ?? {}).filter((question) => !known.includes(question)).map((question) => `${key}.${question}`);
  });
  if (unknown.length > 0) throw invalid('question_unknown', say('申报书没有这些问题：{unknown}', 'The form has no such questions: {unknown}'), { unknown });
}
