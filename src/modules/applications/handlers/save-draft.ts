import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { invalid, refused, say } from '#libs/errors';
import { CallsFacade, canonicalJson, type Rulebook } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { applicationChanged } from '../applications.errors.js';
import type { Application } from '../domain/application.js';
import { fileIds } from '../domain/form/file-ids.js';
import { readFigures, rulesOf } from '../domain/figures.js';
import type { Answers } from '../domain/form/answers.js';
import { withoutChanged } from '../domain/origins.js';
import { ApplicationStore } from '../store/application.store.js';
import { RevisionStore } from '../store/revision.store.js';
import { HoldOwn } from './hold-own.js';

const REVISED_EVERY_MS = 600_000;

/** Writes the answers and gives the application the files that they name. */
@Injectable()
export class KeepAnswers {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly documents: DocumentsFacade,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    private readonly revisions: RevisionStore,
  ) {}

  async run(application: Application, { answers, rulebook, rulebookVersion }: { answers: Answers; rulebook: Rulebook; rulebookVersion: number }, actor: Actor): Promise<Application> {
    const files = fileIds(rulebook, answers);
    const { id, nodePath, organisationId } = application;
    if (files.length > 0) await this.documents.attach(files, { kind: 'application', id }, { audience: 'organisation', nodePath, organisationId }, actor);
    const now = await this.time.arrival();
    await this.setAside(application, actor, now);
    application.origins = withoutChanged(application.origins, application.answers, answers);
    application.answer(answers, readFigures(rulesOf(rulebook, answers), answers), { now, rulebookVersion });
    application.savedBy = actor.accountId;
    await this.applications.update(application);
    await this.audit.record({ action: 'application.saved', subject: { kind: 'application', id }, actor, facts: { version: application.version } });
    return application;
  }

  /** Not at every pause in typing: when another person goes on, and otherwise every ten minutes. */
  private async setAside(application: Application, actor: Actor, now: Date): Promise<void> {
    const { id, version, answers, savedBy, savedAt, revisedAt } = application;
    if (savedBy === actor.accountId && now.getTime() - revisedAt.getTime() < REVISED_EVERY_MS) return;
    await this.revisions.add({ applicationId: id, version, answers, savedBy, savedAt });
    application.revisedAt = now;
  }
}

/** Keeps what an applicant has typed so far, right or wrong: nothing typed is lost to a rule. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldOwn,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
    private readonly records: KeepAnswers,
  ) {}

  /** @throws DomainError `beyond_part`, `application_changed` (stale), `not_editable`, `section_closed`, `question_unknown` */
  run(id: string, { answers, version }: { answers: Answers; version: number }, actor: Actor): Promise<Application> {
    return this.tx.run(async () => {
      const application = await this.holding.run(id, 'edit', actor);
      if (application.version !== version) throw applicationChanged();
      const { rulebook, rulebookVersion } = await this.calls.get(application.callId);
      refuseClosed(application, answers, await this.time.arrival());
      refuseUnknown(rulebook, answers);
      return this.records.run(application, { answers, rulebook, rulebookVersion }, actor);
    });
  }
}

function refuseClosed({ status, returned, answers: before }: Application, after: Answers, now: Date): void {
  if (status === 'draft') return;
  if (status !== 'returned' || returned === null) throw refused('not_editable', say('申报已提交，不能直接修改', 'It is submitted and cannot be edited'));
  if (now > new Date(returned.dueAt)) throw refused('correction_overdue', say('补正期限已过', 'The time for correcting is over'));
  const closed = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((section) => !returned.sections.includes(section) && canonicalJson(before[section] ?? {}) !== canonicalJson(after[section] ?? {}));
  if (closed.length > 0) throw refused('section_closed', say('补正时只能修改指定的部分', 'Only the named sections can be corrected'), { sections: closed });
}

function refuseUnknown({ form }: Rulebook, answers: Answers): void {
  const unknown = Object.entries(answers).flatMap(([key, section]) => {
    const known = form.sections.find((one) => one.key === key)?.questions.map((question) => question.key) ?? [];
    return Object.keys(section ?? {}).filter((question) => !known.includes(question)).map((question) => `${key}.${question}`);
  });
  if (unknown.length > 0) throw invalid('question_unknown', say('申报书没有这些问题：{unknown}', 'The form has no such questions: {unknown}'), { unknown });
}
