import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { DocumentsFacade } from '#modules/documents';
import { NothingLeftToDo, PeopleToBeTold, type Recipients } from '#modules/identity';
import { ProjectsFacade } from '#modules/projects';
import { noSuchRectification } from '../milestones.errors.js';
import type { Rectification } from '../domain/rectification.js';
import { rectificationLifecycle } from '../domain/rectification.lifecycle.js';
import { RectificationStore } from '../store/rectification.store.js';
import { mayRemind } from './remind-of-report.js';

/** Tells whoever has the next step of an order; what asked for the step that was done is answered. */
@Injectable()
export class TellOfRectification {
  constructor(private readonly events: Events) {}

  async run({ id, projectId, version, dueOn, note, answeredAt, decidedAt }: Rectification, project: string, kind: keyof typeof WORDS, to: Recipients): Promise<void> {
    const link = `/desk/projects/${projectId}?tab=milestones`;
    const done = kind === 'answered' ? answeredAt : decidedAt;
    await this.events.tell(PeopleToBeTold, { to, kind: `rectification-${kind}`, link, key: `rectification-${kind}:${id}:${version}`, ...WORDS[kind], facts: { project, dueOn, note: note ?? '' } });
    for (const asked of ASKED_BY[kind]) await this.events.tell(NothingLeftToDo, { asked: [`rectification-${asked}:${id}`], until: done!.toISOString() });
  }
}

const BY_STAFF = ['answered'];
const ASKED_BY = { answered: ['ordered', 'due', 'returned'], accepted: BY_STAFF, returned: BY_STAFF };

const WORDS = {
  answered: { title: say('请复查项目“{project}”的整改', 'Re-examine the project "{project}"'), body: say('“{project}”已提交整改情况，请核对并作出复查结论。', '"{project}" says what was mended; check it and decide.') },
  accepted: { title: say('项目“{project}”整改复查合格', 'The project "{project}" was found mended'), body: say('“{project}”整改复查合格，继续实施；符合条件的款项可以申请拨付。', '"{project}" was found mended and goes on; payments whose conditions are met can be asked for.') },
  returned: { title: say('项目“{project}”须继续整改', 'The project "{project}" is to be mended further'), body: say('“{project}”的整改尚未合格：{note}。期限仍为 {dueOn}。', '"{project}" is not in order yet: {note}. The day stays {dueOn}.') },
} satisfies Record<string, { title: Sentence; body: Sentence }>;

/** Writes an order's new state down. */
@Injectable()
export class RecordRectification {
  constructor(
    private readonly rectifications: RectificationStore,
    readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
    readonly telling: TellOfRectification,
  ) {}

  async saved(order: Rectification, what: string, actor: Actor, facts: Record<string, unknown>): Promise<void> {
    await this.rectifications.update(order);
    await this.audit.record({ action: `rectification.${what}`, subject: { kind: 'project', id: order.projectId }, actor, facts: { rectificationId: order.id, ...facts } });
  }
}

/** A member says what was mended, with the papers that show it. */
@Injectable()
export class AnswerRectification {
  constructor(
    private readonly tx: Transaction,
    private readonly rectifications: RectificationStore,
    private readonly projects: ProjectsFacade,
    private readonly documents: DocumentsFacade,
    private readonly records: RecordRectification,
  ) {}

  /** Answers the project. @throws DomainError `rectification_absent`, `project_not_rectifying`, `answer_needed`, `wrong_state`, the documents' own */
  run(id: string, { answer, evidence }: { answer: string; evidence: readonly string[] }, actor: Actor): Promise<string> {
    return this.tx.run(async () => {
      const order = await this.rectifications.lock(id);
      if (!order || !actor.holdsFor(order.organisationId, 'applicant')) throw noSuchRectification();
      const { status, name } = await this.projects.get(order.projectId);
      const now = await this.records.time.now();
      rectificationLifecycle.move(order, 'answer', { actor, now, projectStatus: status, answer });
      const { nodePath, organisationId } = order;
      if (evidence.length > 0) await this.documents.attach(evidence, { kind: 'rectification', id }, { audience: 'organisation', nodePath, organisationId }, actor);
      Object.assign(order, { answer, evidence, answeredBy: actor.accountId, answeredAt: now });
      await this.records.saved(order, 'answered', actor, { files: evidence });
      await this.records.telling.run(order, name, 'answered', { role: 'officer', nodePath });
      return order.projectId;
    });
  }
}

/** An officer or evaluator re-examines: found mended, the project runs on; else it goes back with what is missing. */
@Injectable()
export class DecideRectification {
  constructor(
    private readonly tx: Transaction,
    private readonly rectifications: RectificationStore,
    private readonly projects: ProjectsFacade,
    private readonly records: RecordRectification,
  ) {}

  /** Answers the project. @throws DomainError `rectification_absent`, `project_not_rectifying`, `own_answer`, `reason_needed`, `wrong_state` */
  run(id: string, { move, note }: { move: 'accept' | 'return'; note?: string }, actor: Actor): Promise<string> {
    return this.tx.run(async () => {
      const order = await this.rectifications.lock(id);
      if (!order || !mayRemind(actor, order)) throw noSuchRectification();
      const { status, name } = await this.projects.hold(order.projectId);
      const now = await this.records.time.now();
      rectificationLifecycle.move(order, move, { actor, now, projectStatus: status, note });
      Object.assign(order, { decidedBy: actor.accountId, decidedAt: now, note: note ?? null });
      await this.records.saved(order, order.status, actor, { note: note ?? null });
      if (move === 'accept') await this.projects.move(order.projectId, 'rectified', actor);
      await this.records.telling.run(order, name, move === 'accept' ? 'accepted' : 'returned', { role: 'applicant', subjectId: order.organisationId });
      return order.projectId;
    });
  }
}
