import { Shown, ShownSentence } from '#libs/http';
import type { Sentence } from '#libs/errors';
import type { Award, AwardAct } from '../domain/award.js';
import { awardLifecycle } from '../domain/award.lifecycle.js';
import type { AllocationDraft } from './allocation-draft.js';

export class AwardRow {
  @Shown() id: string;
  @Shown() applicationId: string;
  @Shown() organisationId: string;
  @Shown() categoryKey: string;
  @Shown({ type: Number, nullable: true }) rank: number | null;
  @Shown() status: string;
  @ShownSentence() label: Sentence;
  @Shown() amountFen: number;
  @Shown({ type: Number, nullable: true }) place: number | null;
  @Shown({ type: Object }) reason: object;
  @Shown({ type: Date, nullable: true }) answerUntil: Date | null;
  @Shown({ type: String, nullable: true }) note: string | null;

  static of({ id, applicationId, organisationId, categoryKey, rank, status, amountFen, place, reason, answerUntil, note }: Award): AwardRow {
    return { id, applicationId, organisationId, categoryKey, rank, status, label: awardLifecycle.label(status), amountFen, place, reason, answerUntil, note };
  }
}

export class AwardActView {
  @Shown() kind: string;
  @Shown({ type: [String] }) applicationIds: string[];
  @Shown({ type: Number, nullable: true }) amountFen: number | null;
  @Shown() reason: string;
  @Shown() actorId: string;
  @Shown() at: Date;

  static of({ kind, applicationIds, amountFen, reason, actorId, at }: AwardAct): AwardActView {
    return { kind, applicationIds, amountFen, reason, actorId, at };
  }
}

/** What the rule would give now: every application in one of the three lists, with its reason. */
export class AllocationView {
  @Shown() rankingId: string;
  @Shown() manifestHash: string;
  @Shown() poolFen: number;
  @Shown() grantedFen: number;
  @Shown() leftFen: number;
  @Shown({ type: [Object] }) awards: readonly object[];
  @Shown({ type: [Object] }) reserve: readonly object[];
  @Shown({ type: [Object] }) declined: readonly object[];
  @Shown({ type: [Object] }) supplementary: readonly object[];
  @Shown({ type: [Object] }) ties: readonly (readonly string[])[];
  @Shown({ type: [String] }) amountsMissing: readonly string[];
  @Shown({ type: [AwardActView] }) acts: AwardActView[];

  static of({ rankingId, manifestHash, rule, allocation, amountsMissing, applications, call }: AllocationDraft, acts: readonly AwardAct[]): AllocationView {
    const named = <Row extends { applicationId: string }>(row: Row) => {
      const application = applications.get(row.applicationId)!;
      return { ...row, number: application.number, organisationName: application.organisationName, projectName: application.projectName };
    };
    const prizeOf = (rank: number | null) => call.rulebook.allocation.prizes?.find((prize) => rank !== null && rank >= prize.fromRank && rank <= prize.toRank)?.title ?? null;
    return {
      rankingId, manifestHash, poolFen: rule.poolFen, grantedFen: allocation.grantedFen, leftFen: allocation.leftFen,
      awards: allocation.awards.map((award) => ({ ...named(award), prize: prizeOf(award.rank) })), reserve: allocation.reserve.map(named), declined: allocation.declined.map(named),
      supplementary: allocation.supplementary, ties: allocation.tiesAcrossTheLine, amountsMissing, acts: acts.map((act) => AwardActView.of(act)),
    };
  }
}
