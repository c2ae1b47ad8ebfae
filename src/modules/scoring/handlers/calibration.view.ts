import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { Criterion } from '#modules/calls';
import { JudgedApplicationView, SheetView } from './judging.view.js';

/** How the panel has used one criterion on the calibration application: nobody's name, least first. */
export class CriterionSpreadView {
  @Shown() key: string;
  @ShownSentence() title: Sentence;
  @Shown() max: number;
  @Shown({ type: [Number] }) points: number[];
  @Shown({ nullable: true, type: Number }) middle: number | null;
}

export class CalibrationSpreadView {
  @Shown() due: number;
  @Shown() submitted: number;
  @Shown({ type: [Number], description: '各份合计，由低到高 totals, least first' }) totals: number[];
  @Shown({ nullable: true, type: Number, description: '合计的中位数 the middle of the totals' }) middle: number | null;
  @Shown({ type: [CriterionSpreadView] }) criteria: CriterionSpreadView[];
}

/** The calibration application of a panel as officers see it. */
export class CalibrationView {
  @Shown() stageKey: string;
  @Shown() blocKey: string;
  @ShownSentence() blocTitle: Sentence;
  @Shown({ nullable: true, type: String }) number: string | null;
  @Shown({ nullable: true, type: String }) projectName: string | null;
  @Shown({ type: CalibrationSpreadView }) spread: CalibrationSpreadView;
}

/** An application of an earlier call that may serve. */
export class CalibrationChoiceView {
  @Shown() applicationId: string;
  @Shown() number: string;
  @Shown() projectName: string;
}

/** A seat whose panel has a calibration application. */
export class CalibrationDueView {
  @Shown() seatId: string;
  @Shown() submitted: boolean;
}

/** What a judge scores to find the common measure before she judges in earnest. It is in no result. */
export class CalibrationSheetView extends SheetView {
  @ShownSentence() callTitle: Sentence;
  @ShownSentence() stageTitle: Sentence;
  @Shown({ type: 'array', items: { $ref: '#/components/schemas/RulebookCriterion' }, description: '评分指标 the criteria' }) criteria: readonly Criterion[];
  @Shown({ type: JudgedApplicationView }) application: JudgedApplicationView;
  @Shown() open: boolean;
  /** Null until her own is handed in. */
  @Shown({ nullable: true, type: CalibrationSpreadView }) spread: CalibrationSpreadView | null;
}
