import { Injectable } from '@nestjs/common';
import type { Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { ApplicationsFacade } from '#modules/applications';
import { PeopleToBeTold, type Recipients } from '#modules/identity';
import type { Award } from '../domain/award.js';
import { AwardStore } from '../store/award.store.js';

export interface Words {
  readonly title: Sentence;
  readonly body: Sentence;
}

/** Writes about one award: its project, number, sum and term are at hand as `{project}`, `{number}`, `{amountFen}`, `{answerUntil}`. */
@Injectable()
export class WriteAboutAward {
  constructor(
    private readonly awards: AwardStore,
    private readonly applications: ApplicationsFacade,
    private readonly events: Events,
  ) {}

  async find(awardId: string): Promise<Award> {
    return (await this.awards.find(awardId))!;
  }

  /** To the members of the organisation. Told once for each award and kind. */
  async toWinner(awardId: string, kind: string, words: Words, facts: Record<string, unknown> = {}): Promise<Award> {
    const award = await this.find(awardId);
    return this.write(award, { to: { role: 'applicant', subjectId: award.organisationId }, kind, link: '/desk/awards' }, words, facts);
  }

  async toOfficers(awardId: string, kind: string, words: Words): Promise<Award> {
    const award = await this.find(awardId);
    return this.write(award, { to: { role: 'officer', nodePath: award.nodePath }, kind, link: `/desk/calls/${award.callId}/awards` }, words, {});
  }

  private async write(award: Award, letter: { to: Recipients; kind: string; link: string }, words: Words, facts: Record<string, unknown>): Promise<Award> {
    const { projectName: project, organisationName: organisation, number } = await this.applications.get(award.applicationId);
    const { amountFen, answerUntil, note } = award;
    await this.events.tell(PeopleToBeTold, {
      ...letter, ...words, key: `${letter.kind}:${award.id}`, facts: { project, organisation, number, amountFen, answerUntil: answerUntil?.toISOString(), note: note ?? '—', ...facts },
    });
    return award;
  }
}
