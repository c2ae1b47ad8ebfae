import { median, quantile } from './analysis/robust.js';
import type { SheetScores } from './score-tree/sheets.js';
import type { ScoreTree } from './score-tree/tree.js';

/** Fewer judges than this, and a mean would tell what one of them gave. */
export const LEAST_JUDGES = 3;
/** Fewer applications than this, and a band would tell what another one got. */
export const LEAST_FIELD = 5;

export interface CriterionFeedback {
  readonly stageId: string;
  readonly blocId: string;
  readonly criterionId: string;
  /** Percent of the most, mean of at least three judges; null below that. */
  readonly own: number | null;
  /** The middle half of the field in percent; null in a small field. */
  readonly band: { readonly from: number; readonly middle: number; readonly to: number } | null;
  readonly standing: 'below' | 'within' | 'above' | null;
}

const round = (value: number): number => Math.round(value);

/** What an application may be told of itself, criterion by criterion, without telling on a judge or another applicant. */
export function feedbackOf(tree: ScoreTree, { applications }: SheetScores, applicationId: string): CriterionFeedback[] {
  return tree.stages.flatMap((stage) => stage.blocs.flatMap((bloc) => (bloc.kind !== 'judges' ? [] : bloc.criteria.map(({ id, max }): CriterionFeedback => {
    const means = new Map(applications.map((application) => [application.id, meanOf(application, stage.id, bloc.id, id, Number(max))]));
    const field = [...means.values()].filter((value) => value !== null);
    const own = means.get(applicationId) ?? null;
    const band = field.length < LEAST_FIELD ? null : { from: round(quantile(field, 0.25)), middle: round(median(field)), to: round(quantile(field, 0.75)) };
    return { stageId: stage.id, blocId: bloc.id, criterionId: id, own: own === null ? null : round(own), band, standing: own === null || band === null ? null : standingOf(round(own), band) };
  }))));
}

function meanOf({ sheets }: SheetScores['applications'][number], stageId: string, blocId: string, criterion: string, max: number): number | null {
  const given = sheets.filter((sheet) => sheet.stageId === stageId && sheet.blocId === blocId && sheet.state === 'submitted').map(({ entries }) => entries[criterion]).filter((points) => points !== undefined && points !== 'n/a');
  return given.length < LEAST_JUDGES ? null : given.reduce((sum, points) => sum + (Number(points) / max) * 100, 0) / given.length;
}

const standingOf = (own: number, { from, to }: { from: number; to: number }): 'below' | 'within' | 'above' => (own < from ? 'below' : own > to ? 'above' : 'within');

/** How many judges' sheets of one application count, over all panels; the smallest panel decides what may be told. */
export function smallestPanel(tree: ScoreTree, { applications }: SheetScores, applicationId: string): number {
  const sheets = applications.find(({ id }) => id === applicationId)?.sheets ?? [];
  const sizes = tree.stages.flatMap((stage) => stage.blocs.filter(({ kind }) => kind === 'judges').map((bloc) => sheets.filter((sheet) => sheet.stageId === stage.id && sheet.blocId === bloc.id && sheet.state === 'submitted').length));
  return Math.min(...sizes.filter((size) => size > 0), Infinity);
}
