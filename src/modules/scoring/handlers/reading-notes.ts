import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, isId, newId, Transaction } from '#libs/database';
import { absent, invalid, say } from '#libs/errors';
import { ApplicationsFacade } from '#modules/applications';
import { TalkStore } from '../store/talk.store.js';
import { HoldStage } from './hold-stage.js';
import type { ReadingNoteView } from './room.view.js';

const noSuchReading = () => absent('reading_absent', say('没有找到该意见', 'There is no such reading'));

@Injectable()
export class RecordReading {
  constructor(
    private readonly talk: TalkStore,
    private readonly applications: ApplicationsFacade,
    private readonly audit: AuditTrail,
  ) {}

  async attach(callId: string, { applicationId, source, body }: { applicationId: string; source: string; body: string }, at: Date, actor: Actor): Promise<void> {
    const [application] = await this.applications.many([applicationId]);
    if (application?.callId !== callId) throw invalid('application_unknown', say('该申报不属于本批次', 'The application is not of this call'));
    const id = newId<string>();
    await this.talk.addNote({ id, callId, applicationId, source, body, attachedBy: actor.accountId, attachedAt: at, withdrawnAt: null });
    await this.audit.record({ action: 'reading.attached', subject: { kind: 'application', id: applicationId }, actor, facts: { readingId: id, source } });
  }

  async withdraw(id: string, applicationId: string, at: Date, actor: Actor): Promise<void> {
    await this.talk.withdrawNote(id, at);
    await this.audit.record({ action: 'reading.withdrawn', subject: { kind: 'application', id: applicationId }, actor, facts: { readingId: id } });
  }
}

/** What a machine read out of an application: staff attach it, judges may read and copy it, nothing counts it. */
@Injectable()
export class ReadingNotes {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldStage,
    private readonly talk: TalkStore,
    private readonly time: DatabaseTime,
    private readonly records: RecordReading,
  ) {}

  async list(callId: string, actor: Actor): Promise<ReadingNoteView[]> {
    await this.holding.call(callId, actor, 'watch');
    return (await this.talk.notesOfCall(callId)).map(({ id, applicationId, source, body, attachedAt }) => ({ id, applicationId, source, body, attachedAt }));
  }

  /** @throws DomainError `application_unknown` */
  attach(callId: string, note: { applicationId: string; source: string; body: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.holding.call(callId, actor);
      await this.records.attach(callId, note, await this.time.now(), actor);
    });
  }

  /** @throws DomainError `reading_absent` */
  withdraw(id: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const note = isId(id) ? await this.talk.note(id) : null;
      if (!note || note.withdrawnAt) throw noSuchReading();
      await this.holding.callBehind(note.callId, actor, noSuchReading);
      await this.records.withdraw(note.id, note.applicationId, await this.time.now(), actor);
    });
  }
}
