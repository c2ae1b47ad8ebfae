import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { DatabaseTime } from '#libs/database';
import type { Sentence } from '#libs/errors';
import { CallsFacade, type CallView } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { SCREENERS } from '../applications.permissions.js';
import { consensusOf, screeningRules } from '../domain/screening/consensus.js';
import { ScreeningWaitsStore, type Waiting } from '../store/screening-waits.store.js';
import { mayDecideAppeal } from './appeal-refusal.js';
import type { ScreeningWaitView, WaitKind } from './screening-waits.view.js';

interface Found {
  readonly kind: WaitKind;
  readonly of: Waiting;
  readonly count?: number;
  readonly refusal?: Sentence | null;
}

/** What a screener or an officer finds on her home: decided by officers first, then what is late, then what goes on. */
@Injectable()
export class ReadScreeningWaits {
  constructor(
    private readonly waits: ScreeningWaitsStore,
    private readonly calls: CallsFacade,
    private readonly documents: DocumentsFacade,
    private readonly time: DatabaseTime,
  ) {}

  async run(actor: Actor): Promise<ScreeningWaitView[]> {
    const found = [...(await this.forOfficers(actor)), ...(await this.late(actor)), ...(await this.files(actor))];
    const calls = await this.callsOf(found.map(({ of }) => of));
    return found.map(({ kind, of, count = null, refusal = null }) => ({
      id: of.id, kind, number: of.number, projectName: of.projectName, organisationName: of.organisationName, callNumber: calls.get(of.callId)!.number, at: of.at, count, refusal,
    }));
  }

  private async forOfficers(actor: Actor): Promise<Found[]> {
    if (!actor.holds('officer')) return [];
    const scope = scopeOf(actor, 'officer');
    const [appeals, differences] = await Promise.all([this.waits.appeals(scope), this.waits.differences(scope)]);
    const calls = await this.callsOf(differences);
    const open = differences.filter(({ callId, verdicts }) => consensusOf(verdicts, screeningRules(calls.get(callId)!.rulebook)).state === 'disagreed');
    const disputed = [...new Set(open.map(({ id }) => id))].map((id) => open.filter((rule) => rule.id === id));
    return [
      ...appeals.map((appeal): Found => {
        const verdict = mayDecideAppeal(actor, appeal, appeal.refusedBy);
        return { kind: 'appeal', of: appeal, refusal: verdict.allowed ? null : verdict.sentence };
      }),
      ...disputed.map((rules): Found => ({ kind: 'disagreement', of: rules[0]!, count: rules.length })),
    ];
  }

  private async late(actor: Actor): Promise<Found[]> {
    const [scope, now] = [scopeOf(actor, ...SCREENERS), await this.time.now()];
    const [corrections, supplements] = await Promise.all([this.waits.lateCorrections(scope, now), this.waits.endedSupplements(scope, now)]);
    return [
      ...corrections.map((of): Found => ({ kind: 'correction_overdue', of })),
      ...supplements.map((of): Found => ({ kind: of.answered ? 'supplement_answered' : 'supplement_overdue', of })),
    ];
  }

  private async files(actor: Actor): Promise<Found[]> {
    const scope = scopeOf(actor, ...SCREENERS);
    const counts = await this.documents.awaitingRelease('application', scope);
    if (counts.size === 0) return [];
    return (await this.waits.beingRead(scope, [...counts.keys()])).map((of) => ({ kind: 'files', of, count: counts.get(of.id) ?? 0 }));
  }

  private async callsOf(waiting: readonly Waiting[]): Promise<Map<string, CallView>> {
    const ids = [...new Set(waiting.map(({ callId }) => callId))];
    return new Map(await Promise.all(ids.map(async (id) => [id, await this.calls.get(id)] as const)));
  }
}
