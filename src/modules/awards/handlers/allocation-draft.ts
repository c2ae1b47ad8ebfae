import { Injectable } from '@nestjs/common';
import { ApplicationsFacade, type ApplicationView, type StandingRanking } from '#modules/applications';
import { CallsFacade, type CallView } from '#modules/calls';
import { notRanked } from '../awards.errors.js';
import { allocate } from '../domain/allocation/allocate.js';
import type { Allocation, Placed } from '../domain/allocation/allocation.js';
import type { AllocationRule, Candidate } from '../domain/allocation/allocation-rule.js';
import { candidateOf, committeeBounds, readRule, settleTies } from '../domain/read-rule.js';
import type { AwardAct } from '../domain/award.js';
import { AwardStore } from '../store/award.store.js';
import { titled } from './reason-words.js';

export interface AllocationDraft {
  readonly call: CallView;
  readonly rankingId: string;
  readonly manifestHash: string;
  readonly rankedAt: Date;
  /** Whether this ranking took the place of an earlier one. */
  readonly rankedAnew: boolean;
  /** Conflicts told after the sealing that wait for a decision. */
  readonly doubts: number;
  readonly rule: AllocationRule;
  readonly candidates: readonly Candidate[];
  readonly allocation: Allocation;
  readonly applications: ReadonlyMap<string, ApplicationView>;
  /** Equals whom the committee has put in order, as it did last. */
  readonly tiesSettled: readonly (readonly string[])[];
  /** Winners whose amount the committee has yet to fix. */
  readonly amountsMissing: readonly string[];
}

/** What the rule makes of the sealed ranking and the committee's acts, now; nothing is written. */
@Injectable()
export class DraftAllocation {
  constructor(
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly awards: AwardStore,
  ) {}

  /** @param held that neither ranking nor outcomes change before the caller has committed. @throws DomainError `ranking_missing`, `award.rule_faulty`, `call_absent` */
  async run(callId: string, held = false): Promise<AllocationDraft> {
    const call = await this.calls.get(callId);
    const ranking = await (held ? this.applications.holdRanking(callId) : this.applications.rankingOf(callId));
    if (!ranking) throw notRanked();
    const acts = await this.awards.acts(callId);
    const found = await this.applications.ofCall(callId, ['in_review', 'shortlisted']);
    const placed = new Map(ranking.rows.map((row) => [row.applicationId, row]));
    const rows = found.map((application) => {
      const row = placed.get(application.id);
      return { application, id: application.id, rank: row?.rank ?? null, score: row?.score ?? null };
    });
    const orders = acts.filter((act) => stands(act, ranking)).map(({ applicationIds }) => applicationIds);
    const settled = settleTies(rows, orders);
    const approved = new Map(acts.flatMap(({ kind, applicationIds, amountFen }) => (kind === 'amount' ? [[applicationIds[0]!, amountFen!] as const] : [])));
    const candidates = settled.map(({ application, rank, score }) => candidateOf(call.rulebook, { ...application, rank, score }, approved.get(application.id)));
    const rule = readRule(call.rulebook);
    const allocation = withTitles(allocate(rule, candidates), call.rulebook);
    const amountsMissing = allocation.awards.map(({ applicationId }) => applicationId).filter((id) => {
      const application = found.find((each) => each.id === id)!;
      return committeeBounds(call.rulebook, application)?.needed === true && !approved.has(id);
    });
    return {
      call, rankingId: ranking.rankingId, manifestHash: ranking.manifestHash, rankedAt: ranking.recordedAt, rankedAnew: ranking.replaces, doubts: ranking.doubts, rule, candidates, allocation, amountsMissing, tiesSettled: [...new Map(orders.map((order) => [groupOf(order), order])).values()],
      applications: new Map(found.map((application) => [application.id, application])),
    };
  }
}

/** An order of equals is a word about one ranking: where that was corrected since, they may be equals no longer. */
const stands = ({ kind, at }: AwardAct, { recordedAt }: StandingRanking): boolean => kind === 'tie' && at >= recordedAt;

/** Names the equals whatever their order. */
export const groupOf = (applicationIds: readonly string[]): string => [...applicationIds].sort().join();

function withTitles(allocation: Allocation, rulebook: CallView['rulebook']): Allocation {
  const worded = <Row extends Placed>(row: Row): Row => ({ ...row, reason: titled(row.reason, rulebook) });
  return { ...allocation, awards: allocation.awards.map(worded), reserve: allocation.reserve.map(worded), declined: allocation.declined.map(worded) };
}
