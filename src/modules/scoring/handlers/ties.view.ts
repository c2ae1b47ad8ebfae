import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { DocumentView } from '#modules/documents';
import { TieStepView } from './ranking.view.js';

/** One of several equals. */
export class EqualView {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
  @Shown() organisationName: string;
}

/** How equals were put in order, or how far it has come. */
export class TieDecisionView {
  @Shown() id: string;
  @Shown({ enum: ['lot', 'committee'] }) way: string;
  /** `fixed`: a lot whose number is not out yet; `waits`: an order that a second person has not confirmed; `refused`; `settled`; `past`: it was made for other equals. */
  @Shown({ enum: ['fixed', 'waits', 'refused', 'settled', 'past'] }) state: string;
  @Shown({ description: '公开数字的来源，或委员会的理由 where the public number comes from, or why the committee ordered them so' }) grounds: string;
  @Shown({ nullable: true, type: DocumentView, description: '会议纪要 the minutes' }) minutes: DocumentView | null;
  /** Whom it is about; in the order that was drawn or decided where there is one. */
  @Shown({ type: [EqualView] }) equals: EqualView[];
  @Shown({ description: '次序是否已定 whether they stand in order' }) ordered: boolean;
  /** SHA-256 of `tie-draw-v1|secret`. */
  @Shown({ nullable: true, type: String }) commitment: string | null;
  @Shown({ nullable: true, type: String }) secret: string | null;
  @Shown({ nullable: true, type: String }) publicValue: string | null;
  /** SHA-256 of `tie-draw-v1|secret|public number`; equals are ordered by SHA-256 of `seed|code`. */
  @Shown({ nullable: true, type: String }) seed: string | null;
  @Shown() recordedBy: string;
  @Shown() recordedAt: Date;
  @Shown({ nullable: true, type: String }) settledBy: string | null;
  @Shown({ nullable: true, type: Date }) settledAt: Date | null;
  @Shown({ nullable: true, type: String }) note: string | null;
  /** Whether the reader may confirm or refuse it. */
  @Shown() decidable: boolean;
}

/** Equals that every declared step has left equal, and what comes next by the chain. */
export class OpenTieView {
  @Shown({ enum: ['lot', 'committee'] }) way: string;
  /** The figure on which they meet; told once the round is sealed. */
  @Shown({ nullable: true, type: String }) value: string | null;
  @Shown({ type: [EqualView] }) equals: EqualView[];
  @Shown({ type: [TieStepView], description: '没有分出先后的各步 the steps that did not part them' }) steps: TieStepView[];
  /** Nothing yet where null. */
  @Shown({ nullable: true, type: TieDecisionView }) decision: TieDecisionView | null;
}

export class TieBoardView {
  /** Whether the last stage is judged now: only then can anything be settled. */
  @Shown() open: boolean;
  @Shown() mine: boolean;
  /** Why nothing is known yet. */
  @ShownSentence({ nullable: true }) waitsFor: Sentence | null;
  @ShownSentence({ isArray: true, description: '规则书的同分处理顺序 the chain that the rulebook declares' }) chain: Sentence[];
  @Shown({ type: [OpenTieView] }) ties: OpenTieView[];
  /** Decisions that were refused, or made for equals who are none any more. */
  @Shown({ type: [TieDecisionView] }) past: TieDecisionView[];
}
