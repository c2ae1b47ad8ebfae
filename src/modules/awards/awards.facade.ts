import { Injectable } from '@nestjs/common';
import { noSuchAward } from './awards.errors.js';
import type { Award } from './domain/award.js';
import type { AwardNotice } from './domain/notice.js';
import { AwardStore } from './store/award.store.js';
import { NoticeStore } from './store/notice.store.js';

/** An award as other modules see it. Amounts in fen. */
export type AwardView = Readonly<Omit<Award, 'placing' | 'holdsMoney' | 'underNotice' | 'silent'>>;

/** A notice as it was published, without its list. Days in Asia/Shanghai. */
export type PublishedNotice = Readonly<Pick<AwardNotice, 'callId' | 'ordinal' | 'publishedAt' | 'firstDay' | 'lastDay' | 'withdrawnAt'>>;

@Injectable()
export class AwardsFacade {
  constructor(
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
  ) {}

  /** @throws DomainError `award_absent` */
  async get(id: string): Promise<AwardView> {
    const award = await this.awards.find(id);
    if (!award) throw noSuchAward();
    return award;
  }

  ofCall(callId: string): Promise<AwardView[]> {
    return this.awards.ofCall(callId);
  }

  /** The notice whose content has the hash, or that was printed as the document; withdrawn ones too. */
  notice(wanted: { hash: string } | { documentId: string }): Promise<PublishedNotice | null> {
    return this.notices.published(wanted);
  }

  /** How many awards of the call wait for their notice, its end or the winner's answer. */
  async underWay(callId: string): Promise<number> {
    return (await this.awards.ofCall(callId)).filter((award) => award.underNotice || award.status === 'confirmed').length;
  }

  /** The awards of a call against which an objection is open. */
  async heldIn(callId: string): Promise<string[]> {
    return (await this.notices.objections(callId)).filter((objection) => objection.open).flatMap(({ awardId }) => awardId ?? []);
  }
}
