import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { absent, invalid, say } from '#libs/errors';
import { CallsFacade } from '#modules/calls';
import { TogetherStore } from '../store/together.store.js';
import { HoldOwn } from './hold-own.js';

export interface NewComment {
  readonly section: string;
  readonly question?: string;
  readonly text: string;
}

/** Writes remarks down. */
@Injectable()
export class RecordComment {
  constructor(
    private readonly together: TogetherStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async add(applicationId: string, { section, question, text }: { section: string; question: string | null; text: string }, actor: Actor): Promise<void> {
    const comment = { id: newId<string>(), section, question, text, authorId: actor.accountId, at: await this.time.now(), resolvedBy: null, resolvedAt: null };
    await this.together.addComment(applicationId, comment);
    await this.audit.record({ action: 'application.commented', subject: { kind: 'application', id: applicationId }, actor, facts: { comment: comment.id, section, question } });
  }

  async resolve(applicationId: string, commentId: string, actor: Actor): Promise<void> {
    await this.together.resolve(applicationId, commentId, { accountId: actor.accountId, now: await this.time.now() });
    await this.audit.record({ action: 'application.comment_resolved', subject: { kind: 'application', id: applicationId }, actor, facts: { comment: commentId } });
  }
}

/** Writers leave each other remarks at the questions; whoever may comment may also say that one is dealt with. */
@Injectable()
export class DiscussDraft {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldOwn,
    private readonly together: TogetherStore,
    private readonly records: RecordComment,
    private readonly calls: CallsFacade,
  ) {}

  /** @throws DomainError `application_absent`, `beyond_part`, `question_unknown` */
  comment(id: string, { section, question, text }: NewComment, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { callId } = await this.holding.run(id, 'comment', actor);
      const known = (await this.calls.get(callId)).rulebook.form.sections.find(({ key }) => key === section)?.questions;
      if (!known || (question !== undefined && !known.some(({ key }) => key === question))) throw invalid('question_unknown', say('申报书没有这个问题', 'The form has no such question'));
      await this.records.add(id, { section, question: question ?? null, text: text.trim() }, actor);
    });
  }

  /** Said twice it changes nothing. @throws DomainError `application_absent`, `beyond_part`, `comment_absent` */
  resolve(id: string, commentId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.holding.run(id, 'comment', actor);
      const found = (await this.together.comments(id)).find((comment) => comment.id === commentId);
      if (!found) throw absent('comment_absent', say('没有这条批注', 'There is no such comment'));
      if (found.resolvedAt === null) await this.records.resolve(id, commentId, actor);
    });
  }
}
