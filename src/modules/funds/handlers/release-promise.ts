import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { ProjectsFacade } from '#modules/projects';
import { CLOSED } from '../domain/tranche.js';
import { FundsStore } from '../store/funds.store.js';
import { KeepBooks } from './keep-books.js';

/** A terminated project is never settled: once none of its payments is open, what is left of its promise is free for the round again. */
@Injectable()
export class ReleasePromise {
  constructor(
    private readonly funds: FundsStore,
    private readonly projects: ProjectsFacade,
    private readonly books: KeepBooks,
  ) {}

  /** In the caller's transaction, the project locked, so that of two last payments one sees the other closed. @param closing a payment that the caller is about to close */
  async run(projectId: string, actor: Actor, closing?: string): Promise<void> {
    const { status, callId } = await this.projects.hold(projectId);
    if (status !== 'terminated') return;
    const open = (await this.funds.ofProject(projectId)).some((tranche) => tranche.id !== closing && !CLOSED.includes(tranche.status));
    if (!open) await this.books.release(callId, projectId, actor.accountId);
  }
}
