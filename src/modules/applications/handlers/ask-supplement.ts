import { Injectable } from '@nestjs/common';
import { insist, no, type Actor } from '#libs/access';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { absent, invalid, refused, say } from '#libs/errors';
import { DocumentsFacade } from '#modules/documents';
import { noSuchApplication } from '../applications.errors.js';
import { inScreening, isApplicant } from '../applications.permissions.js';
import { Supplement } from '../domain/screening/dialogue.js';
import { ApplicationStore } from '../store/application.store.js';
import { ScreeningStore } from '../store/screening.store.js';
import { HoldForScreening } from './screen-application.js';
import { ScreeningLetters } from './screening-letters.js';

const noSuchSupplement = () => absent('supplement_absent', say('没有这项补充要求', 'There is no such request'));
const over = () => refused('supplement_over', say('这项补充要求已经结束', 'This request is over'));

/** A screener asks for something beside the application; its clock stands still until the answer, or until the answer's own time is over. */
@Injectable()
export class AskSupplement {
  constructor(
    private readonly tx: Transaction,
    private readonly screening: ScreeningStore,
    private readonly holding: HoldForScreening,
    private readonly letters: ScreeningLetters,
  ) {}

  /** @throws DomainError `not_screening`, `supplement_due_invalid`, `supplement_open` while another is awaited, `own_organisation` */
  run(id: string, { request, dueAt }: { request: string; dueAt: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { application, context } = await this.holding.run(id, actor);
      insist(application.status === 'returned' ? no('being_corrected', say('该申报正在补正，不能另行要求补充', 'It is being corrected; nothing more can be asked for now')) : inScreening(application));
      if (new Date(dueAt) <= context.now) throw invalid('supplement_due_invalid', say('补充截止须晚于现在', 'The supplement must be due later than now'));
      const before = (await this.screening.supplements(id)).filter(({ answeredAt, withdrawnAt }) => answeredAt === null && withdrawnAt === null);
      if (before.some((one) => one.isAwaited(context.now))) throw refused('supplement_open', say('已有一项补充要求在等待答复', 'One request is awaited already'));
      for (const lapsed of before) await this.screening.saveSupplement(Object.assign(lapsed, { withdrawnAt: lapsed.dueAt }));
      const supplement = Object.assign(new Supplement(), {
        id: newId<string>(), applicationId: application.id, request, askedBy: actor.accountId, askedAt: context.now, dueAt: new Date(dueAt),
        answer: null, documentIds: [], answeredBy: null, answeredAt: null, withdrawnAt: null,
      });
      await this.screening.addSupplement(supplement);
      await this.letters.record('application.supplement_asked', application, actor, { supplementId: supplement.id, request, dueAt });
      await this.letters.send(application, {
        to: 'applicant', kind: 'supplement-asked', facts: { request, dueAt }, title: say('申报 {number} 需要补充材料', 'Application {number}: a supplement is needed'),
        body: say('请在 {dueAt} 前为“{project}”补充：{request}。申报书本身不用改。', 'Please add to "{project}" before {dueAt}: {request}. The form itself stays as it is.'),
      });
    });
  }

  /** The screener no longer needs it. @throws DomainError `supplement_absent`, `supplement_over` */
  withdraw(id: string, supplementId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { application, context } = await this.holding.run(id, actor);
      const supplement = await this.screening.lockSupplement(id, supplementId);
      if (!supplement) throw noSuchSupplement();
      if (!supplement.isAwaited(context.now)) throw over();
      await this.screening.saveSupplement(Object.assign(supplement, { withdrawnAt: context.now }));
      await this.letters.record('application.supplement_withdrawn', application, actor, { supplementId });
      await this.letters.answered(application, 'supplement-asked', context.now);
    });
  }
}

@Injectable()
export class SupplementKeeping {
  constructor(
    readonly applications: ApplicationStore,
    readonly screening: ScreeningStore,
  ) {}
}

/** The applicant answers in words and files, in time. */
@Injectable()
export class AnswerSupplement {
  constructor(
    private readonly tx: Transaction,
    private readonly keeping: SupplementKeeping,
    private readonly documents: DocumentsFacade,
    private readonly letters: ScreeningLetters,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `application_absent`, `supplement_absent`, `supplement_over`, `supplement_overdue`, `document_absent` */
  run(id: string, supplementId: string, { answer, documentIds }: { answer: string; documentIds: readonly string[] }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const application = await this.keeping.applications.lock(id);
      if (!application || !isApplicant(actor, application)) throw noSuchApplication();
      const supplement = await this.keeping.screening.lockSupplement(id, supplementId);
      if (!supplement) throw noSuchSupplement();
      if (supplement.answeredAt !== null || supplement.withdrawnAt !== null) throw over();
      const now = await this.time.arrival();
      if (now > supplement.dueAt) throw refused('supplement_overdue', say('补充期限 {dueAt} 已过，答复没有送出', 'The time for the supplement, {dueAt}, is over; nothing was sent'), { dueAt: supplement.dueAt });
      const { nodePath, organisationId } = application;
      if (documentIds.length > 0) await this.documents.attach(documentIds, { kind: 'application', id }, { audience: 'organisation', nodePath, organisationId }, actor);
      await this.keeping.screening.saveSupplement(Object.assign(supplement, { answer, documentIds: [...documentIds], answeredBy: actor.accountId, answeredAt: now }));
      await this.letters.record('application.supplement_answered', application, actor, { supplementId, answer, documentIds });
      await this.letters.answered(application, 'supplement-asked', now);
      await this.letters.send(application, {
        to: [supplement.askedBy], kind: 'supplement-answered', title: say('申报 {number} 已补充材料', 'Application {number}: the supplement is here'),
        body: say('“{project}”的申请人已答复您的补充要求，审查恢复计时。', 'The applicant of "{project}" has answered; the clock of the screening runs again.'),
      });
    });
  }
}
