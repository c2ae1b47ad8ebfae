import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade } from '#modules/calls';
import type { SealedRankingRow } from '../domain/score-sheet.js';
import { noRanking } from '../scoring.errors.js';
import { SheetStore } from '../store/sheet.store.js';
import { ExplainRanking } from './explain-ranking.js';
import { HoldStage } from './hold-stage.js';
import type { RankingView } from './ranking.view.js';

/** The rankings once sealed: for officers of the place, and for everybody once applicants know their outcome. */
@Injectable()
export class ReadRanking {
  constructor(
    private readonly sheets: SheetStore,
    private readonly holding: HoldStage,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly explaining: ExplainRanking,
  ) {}

  /** @throws DomainError `ranking_absent` before it is sealed */
  async ranking(callId: string, stageKey: string | null, actor: Actor): Promise<RankingView> {
    const call = await this.holding.call(callId, actor, 'watch');
    return this.explaining.run(await this.sealed(callId, stageKey), call, 'staff');
  }

  /** @throws DomainError `ranking_absent` */
  async published(callId: string): Promise<RankingView> {
    const ranking = await this.announced(callId);
    return this.explaining.run(ranking, await this.calls.get(callId), 'public');
  }

  /** The very bytes over which the hash was taken. @throws DomainError `ranking_absent` */
  async manifest(callId: string, stageKey: string | null, actor: Actor): Promise<string> {
    await this.holding.call(callId, actor, 'watch');
    return (await this.sealed(callId, stageKey)).manifest;
  }

  async publishedManifest(callId: string): Promise<string> {
    return (await this.announced(callId)).manifest;
  }

  private async announced(callId: string): Promise<SealedRankingRow> {
    const announced = (await this.applications.ofCall(callId)).some(({ announcedAt }) => announcedAt !== null);
    if (!announced) throw noRanking();
    return this.sealed(callId, null);
  }

  private async sealed(callId: string, stageKey: string | null): Promise<SealedRankingRow> {
    const ranking = await this.sheets.ranking(callId, stageKey);
    if (!ranking) throw noRanking();
    return ranking;
  }
}
