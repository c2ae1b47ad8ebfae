import type { Verdict } from '#libs/access';
import { say, type Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import type { EvaluationGrid } from '#modules/calls';
import type { ProjectView } from '#modules/projects';
import { placesOf, tryOut, type EvaluationScores, type EvaluationTrial } from '../domain/evaluate.js';
import type { Evaluation } from '../domain/milestone.js';
import { filled } from './milestone.view.js';

/** One entry of the grid with what it earned. */
export class EvaluationLineView {
  @Shown() path: string;
  @ShownSentence() dimension: Sentence;
  @ShownSentence() title: Sentence;
  @Shown() weight: number;
  @Shown({ nullable: true, type: String }) points: string | null;
  @Shown({ nullable: true, type: Number }) planned: number | null;
  @Shown({ nullable: true, type: Number }) actual: number | null;

  static of(grid: EvaluationGrid, scores: EvaluationScores, { lines }: EvaluationTrial): EvaluationLineView[] {
    return placesOf(grid).map(({ path, dimension, title, weight }, at) => {
      const quantity = scores.quantities[path];
      return { path, dimension, title, weight, points: lines[at]!.points, planned: quantity?.planned ?? null, actual: quantity?.actual ?? null };
    });
  }
}

export class EvaluationFaultView {
  @Shown() path: string;
  @ShownSentence() sentence: Sentence;
}

/** What the entries so far would give; nothing is kept. */
export class EvaluationTrialView {
  @Shown({ description: '十进制数 decimal string' }) score: string;
  @ShownSentence() grade: Sentence;
  @Shown() passed: boolean;
  @Shown() complete: boolean;
  @Shown({ type: [EvaluationLineView] }) lines: EvaluationLineView[];
  @Shown({ type: [EvaluationFaultView] }) faults: EvaluationFaultView[];

  static of(grid: EvaluationGrid, scores: EvaluationScores): EvaluationTrialView {
    const trial = tryOut(grid, scores);
    return {
      score: trial.score, grade: gradeOf(grid, trial.gradeKey), passed: trial.passed, complete: trial.problems.length === 0, lines: EvaluationLineView.of(grid, scores, trial),
      faults: trial.problems.map(({ path, sentence, facts }) => ({ path, sentence: filled(sentence, facts) })),
    };
  }
}

const gradeOf = ({ grades }: EvaluationGrid, wanted: string): Sentence => grades.find(({ key }) => key === wanted)?.title ?? say(wanted, wanted);

/** An evaluation as it was recorded. */
export class EvaluationView {
  @Shown() id: string;
  @Shown() projectId: string;
  @Shown() key: string;
  @Shown({ enum: ['midterm', 'final'] }) kind: string;
  @ShownSentence() title: Sentence;
  @Shown() score: string;
  @Shown() passMark: number;
  @Shown() gradeKey: string;
  @ShownSentence() grade: Sentence;
  @Shown() passed: boolean;
  @Shown({ type: [EvaluationLineView] }) lines: EvaluationLineView[];
  @Shown() bonus: string;
  @ShownSentence({ isArray: true }) vetoes: Sentence[];
  @Shown() opinion: string;
  @Shown({ nullable: true, type: String }) recordedBy: string | null;
  @Shown() recordedAt: Date;

  static of({ id, projectId, key, scores, score, gradeKey, passed, opinion, recordedAt }: Evaluation, grid: EvaluationGrid, recordedBy: string | null): EvaluationView {
    const given = scores as EvaluationScores;
    return {
      id, projectId, key, kind: grid.kind, title: grid.title, score, passMark: grid.passMark, gradeKey, grade: gradeOf(grid, gradeKey), passed, lines: EvaluationLineView.of(grid, given, tryOut(grid, given)),
      bonus: given.bonus, vetoes: grid.vetoes.filter((veto) => given.vetoes.includes(veto.key)).map(({ text }) => text), opinion, recordedBy, recordedAt,
    };
  }
}

/** A grid that a project is, or is yet to be, evaluated by. */
export class EvaluationDueView {
  @Shown() projectId: string;
  @Shown() projectNumber: string;
  @Shown() projectName: string;
  @Shown() organisationName: string;
  @Shown() key: string;
  @Shown({ enum: ['midterm', 'final'] }) kind: string;
  @ShownSentence() title: Sentence;
  @Shown({ description: '现在可以评估 it may be evaluated now' }) allowed: boolean;
  @ShownSentence({ required: false }) reason?: Sentence;
  @Shown({ nullable: true, type: Date, description: '相应报告验收的时间 when its report was accepted' }) readySince: Date | null;

  static of({ id, number, name, organisationName }: ProjectView, { key, kind, title }: EvaluationGrid, verdict: Verdict, readySince: Date | null): EvaluationDueView {
    return {
      projectId: id, projectNumber: number, projectName: name, organisationName, key, kind, title, allowed: verdict.allowed,
      ...(verdict.allowed ? {} : { reason: filled(verdict.sentence, verdict.facts) }), readySince,
    };
  }
}
