import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { DatabaseTime, Transaction } from '#libs/database';
import { IdentityFacade } from '#modules/identity';
import { reaches } from '../applications.permissions.js';
import { TogetherStore } from '../store/together.store.js';
import { versionToSave } from './application.view.js';
import { HoldOwn } from './hold-own.js';
import { DraftCommentView, PresentView, type DraftCommentsView, type PresenceView } from './together.view.js';

/** Whoever has not been heard of for so long has gone; a page reports every ten seconds. */
const PRESENT_SECONDS = 30;

export interface Beat {
  readonly section?: string;
  readonly question?: string;
  /** Seconds in which the person typed, clicked or scrolled since the page last reported. */
  readonly activeSeconds: number;
}

/** A page reports where its person is and reads who else is there. It is no act of hers: it stands in no trail. */
@Injectable()
export class KeepPresence {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldOwn,
    private readonly together: TogetherStore,
    private readonly identity: IdentityFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `application_absent` */
  beat(id: string, { section, question, activeSeconds }: Beat, actor: Actor): Promise<PresenceView> {
    return this.tx.run(async () => {
      const version = versionToSave(await this.holding.read(id, 'view', actor));
      const now = await this.time.now();
      await this.together.beat(id, { accountId: actor.accountId, section: section ?? null, question: question ?? null, seenAt: now }, activeSeconds);
      const [others, comments] = await Promise.all([this.together.present(id, actor.accountId, { now, seconds: PRESENT_SECONDS }), this.together.comments(id)]);
      const names = await this.identity.names(others.map(({ accountId }) => accountId));
      return { version, openComments: comments.filter(({ resolvedAt }) => resolvedAt === null).length, others: others.map((one) => PresentView.of(one, names)) };
    });
  }

  /** @throws DomainError `application_absent` */
  async comments(id: string, actor: Actor): Promise<DraftCommentsView> {
    const application = await this.holding.read(id, 'view', actor);
    const [comments, part] = await Promise.all([this.together.comments(id), this.holding.part(application, actor)]);
    const names = await this.identity.names(comments.flatMap(({ authorId, resolvedBy }) => [authorId, resolvedBy]));
    return { mayComment: part !== null && reaches(part, 'comment'), comments: comments.map((comment) => DraftCommentView.of(comment, names, actor.accountId)) };
  }
}
