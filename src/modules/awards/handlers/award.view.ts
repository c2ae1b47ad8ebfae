import { Shown, ShownSentence } from '#libs/http';
import { say, tell, type Facts, type Sentence } from '#libs/errors';
import { boardOf, type CallView } from '#modules/calls';
import type { ApplicationView } from '#modules/applications';
import type { Reason } from '../domain/allocation/allocation.js';
import type { Award } from '../domain/award.js';
import { awardLifecycle } from '../domain/award.lifecycle.js';

export const filled = (sentence: Sentence, facts: Facts = {}): Sentence => say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en'));

/** Why a sum was given or not, with its figures in place. */
export class ReasonView {
  @Shown() code: string;
  @ShownSentence() sentence: Sentence;

  static of({ code, sentence, facts }: Reason): ReasonView {
    return { code, sentence: filled(sentence, facts) };
  }
}

export class AwardRow {
  @Shown() id: string;
  @Shown() applicationId: string;
  @Shown() organisationId: string;
  @Shown() categoryKey: string;
  @Shown({ type: Number, nullable: true }) rank: number | null;
  @Shown({ enum: ['proposed', 'in_publicity', 'confirmed', 'accepted', 'declined', 'withdrawn', 'reserve'] }) status: string;
  @ShownSentence() label: Sentence;
  @Shown() amountFen: number;
  @Shown({ type: Number, nullable: true }) place: number | null;
  @Shown({ type: ReasonView }) reason: ReasonView;
  @Shown({ type: Date, nullable: true }) answerUntil: Date | null;
  @Shown({ type: Date, nullable: true }) answeredAt: Date | null;
  @Shown({ type: String, nullable: true }) note: string | null;

  static of({ id, applicationId, organisationId, categoryKey, rank, status, amountFen, place, reason, answerUntil, answeredAt, note }: Award): AwardRow {
    return {
      id, applicationId, organisationId, categoryKey, rank, status, label: awardLifecycle.label(status), amountFen, place, reason: ReasonView.of(reason), answerUntil, answeredAt, note,
    };
  }
}

/** The category as lists name it, behind its board where the call has boards. */
export function placeOf(call: CallView, categoryKey: string): Sentence {
  const [board, title] = [boardOf(call.rulebook, categoryKey)?.title, categoryTitle(call, categoryKey)];
  return board ? say(`${board.zh} · ${title.zh}`, `${board.en} · ${title.en}`) : title;
}

/** The title under which people know a category. */
export const categoryTitle = ({ rulebook }: CallView, wanted: string): Sentence => rulebook.categories.find(({ key }) => key === wanted)?.title ?? say(wanted, wanted);

/** The honour that goes with a rank; null where the rulebook gives none. */
export const prizeOf = ({ rulebook }: CallView, rank: number | null): Sentence | null =>
  rulebook.allocation.prizes?.find(({ fromRank, toRank }) => rank !== null && rank >= fromRank && rank <= toRank)?.title ?? null;

/** An award with the names that people know it by. */
export class NamedAward extends AwardRow {
  @Shown() callId: string;
  @Shown() callNumber: string;
  @ShownSentence() callTitle: Sentence;
  @Shown({ type: String, nullable: true }) number: string | null;
  @Shown() organisationName: string;
  @Shown() projectName: string;
  @ShownSentence() category: Sentence;
  @ShownSentence({ nullable: true, description: '名次所在的板块 the board in which the rank counts' }) board: Sentence | null;
  @ShownSentence({ nullable: true }) prize: Sentence | null;
  @Shown({ description: '申请金额（分） asked for, in fen' }) requestedFen: number;
  @Shown({ enum: ['declines', 'accepts'], description: '逾期未答复视为 what silence means' }) silence: string;

  static from(award: Award, { number, organisationName, projectName, requestedFen }: ApplicationView, call: CallView): NamedAward {
    return {
      ...AwardRow.of(award), callId: call.id, callNumber: call.number, callTitle: call.title, number, organisationName, projectName, category: categoryTitle(call, award.categoryKey),
      board: boardOf(call.rulebook, award.categoryKey)?.title ?? null,
      prize: prizeOf(call, award.rank), requestedFen, silence: call.rulebook.acceptance.silence,
    };
  }
}
