import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { RoadshowStore } from '../store/roadshow.store.js';
import { HoldSession } from './hold-session.js';

/** Opens the hall and notes who has come. */
@Injectable()
export class RunSession {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSession,
    private readonly roadshows: RoadshowStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `roadshow_absent`, `order_missing`, `roadshow_begun` */
  start(sessionId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { session, presentations } = await this.holding.session(sessionId, actor);
      if (session.status !== 'planned') throw refused('roadshow_begun', say('路演已经开始', 'The roadshow has begun already'));
      if (presentations.some(({ position }) => position === null)) throw refused('order_missing', say('请先确定出场顺序', 'Draw the running order first'));
      await this.roadshows.save(Object.assign(session, { status: 'running', startedAt: await this.time.now() }));
      await this.audit.record({ action: 'roadshow.started', subject: { kind: 'roadshow', id: sessionId }, actor, facts: {} });
    });
  }

  /** @throws DomainError `presentation_absent`, `substitute_refused` */
  signIn(presentationId: string, presenter: { name: string; substitute: boolean }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { presentation, protocol } = await this.holding.presentation(presentationId, actor);
      if (presenter.substitute && !protocol.substitutePresenter) throw refused('substitute_refused', say('本批次不允许由他人代为汇报', 'Nobody else may present in this call'));
      await this.roadshows.savePresentation(Object.assign(presentation, { presenter: presenter.name, signedInAt: await this.time.now() }));
      await this.audit.record({ action: 'presentation.signed_in', subject: { kind: 'presentation', id: presentationId }, actor, facts: { ...presenter } });
    });
  }
}
