import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import type { CallView, ScoreStage } from '#modules/calls';
import { inputOf } from '../domain/read-manifest.js';
import type { RankingManifest } from '../domain/ranking-manifest.js';
import type { SealedRankingRow } from '../domain/score-sheet.js';
import { rankApplications } from '../domain/score-tree/rank-applications.js';
import type { RankedApplication } from '../domain/score-tree/ranking.js';
import type { SheetScores } from '../domain/score-tree/sheets.js';
import { noRanking } from '../scoring.errors.js';
import { SheetStore } from '../store/sheet.store.js';
import { HoldStage, isLast } from './hold-stage.js';

/** A ranking that was sealed, with everything that went into it. */
export interface Sealed {
  readonly call: CallView;
  readonly stage: ScoreStage;
  readonly row: SealedRankingRow;
  readonly manifest: RankingManifest;
  readonly input: SheetScores;
  readonly results: readonly RankedApplication[];
}

/** Finds the sealed ranking in which a stage ended: its own, or with the last stage that of the round. */
@Injectable()
export class HoldSealed {
  constructor(
    private readonly holding: HoldStage,
    private readonly sheets: SheetStore,
  ) {}

  /** @throws DomainError `call_absent`, `score_stage_absent`, `ranking_absent` */
  async run(callId: string, stageKey: string, actor: Actor, purpose: 'run' | 'watch' = 'watch'): Promise<Sealed> {
    const call = await this.holding.call(callId, actor, purpose);
    const stage = this.holding.stage(call, stageKey);
    const row = await this.sheets.ranking(callId, isLast(call, stageKey) ? null : stageKey);
    if (!row) throw noRanking();
    const manifest = JSON.parse(row.manifest) as RankingManifest;
    const input = inputOf(manifest);
    return { call, stage, row, manifest, input, results: rankApplications(manifest.rubric, input).results };
  }
}
