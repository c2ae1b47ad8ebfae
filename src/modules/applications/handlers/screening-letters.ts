import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { newId } from '#libs/database';
import type { Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { NothingLeftToDo, PeopleToBeTold, type Recipients } from '#modules/identity';
import type { Application } from '../domain/application.js';

export interface ScreeningLetter {
  /** The applicant, the staff of the place, or named people. */
  readonly to: 'applicant' | 'officers' | readonly string[];
  readonly kind: string;
  readonly title: Sentence;
  readonly body: Sentence;
  readonly facts?: Record<string, unknown>;
}

/** What is said in a screening goes on record and reaches whoever has to act. */
@Injectable()
export class ScreeningLetters {
  constructor(
    private readonly audit: AuditTrail,
    private readonly events: Events,
  ) {}

  async record(action: string, { id }: Application, actor: Actor, facts: object): Promise<void> {
    await this.audit.record({ action, subject: { kind: 'application', id }, actor, facts: { ...facts } });
  }

  /** What asked for a step that is done, until then: the same may be asked for anew. */
  async answered({ id }: Application, kind: string, at: Date): Promise<void> {
    await this.events.tell(NothingLeftToDo, { asked: [`${kind}:${id}:`], until: at.toISOString() });
  }

  async send(application: Application, { to, kind, title, body, facts = {} }: ScreeningLetter): Promise<void> {
    const { id, number, projectName } = application;
    const link = to === 'applicant' ? `/desk/my-applications/${id}` : `/desk/applications/${id}`;
    await this.events.tell(PeopleToBeTold, {
      to: recipients(application, to), kind, title, body, link, key: `${kind}:${id}:${newId<string>()}`, facts: { number: number ?? '', project: projectName, ...facts },
    });
  }
}

function recipients({ organisationId, nodePath }: Application, to: ScreeningLetter['to']): Recipients {
  if (to === 'applicant') return { role: 'applicant', subjectId: organisationId };
  return to === 'officers' ? { role: 'officer', nodePath } : { accountIds: [...to] };
}
