import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { judgesAwaited } from '../roadshows.errors.js';
import { RoadshowStore } from '../store/roadshow.store.js';
import { HoldSession } from './hold-session.js';
import { OpenScores } from './open-scores.js';
import { isOver } from './read-roadshow.js';

/** Closes the hall when every project has had its turn, and with it the scores that are still open: where fewer came than the first ones wait for, those are. */
@Injectable()
export class CloseSession {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldSession,
    private readonly scores: OpenScores,
    private readonly roadshows: RoadshowStore,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `roadshow_absent`, `roadshow_unfinished`, `judges_waiting` where sheets are missing and no reason is given */
  run(sessionId: string, reason: string | undefined, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { session, presentations } = await this.holding.session(sessionId, actor);
      const open = presentations.filter((one) => !isOver(one)).length;
      if (session.status !== 'running' || open > 0) throw refused('roadshow_unfinished', say('还有 {open} 个项目未完成路演', '{open} projects have not had their turn'), { open });
      const awaited = await this.scores.awaited({ session, presentations });
      if (awaited > 0 && reason === undefined) throw judgesAwaited(awaited);
      const closedAt = await this.scores.close({ session, presentations });
      await this.roadshows.save(Object.assign(session, { status: 'closed', closedAt }));
      await this.audit.record({ action: 'roadshow.closed', subject: { kind: 'roadshow', id: sessionId }, actor, facts: { awaited, reason: reason ?? null } });
    });
  }
}
