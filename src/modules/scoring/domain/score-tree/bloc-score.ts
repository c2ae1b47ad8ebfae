import { say } from '#libs/errors';
import { aggregate } from './aggregate.js';
import type { LabelledScore } from './aggregate.js';
import { normalise } from './outside-score.js';
import type { BestBySource } from './outside-score.js';
import type { BallotStanding } from './ballot-bloc.js';
import type { BallotBreakdown, JudgeBlocBreakdown, JudgeBreakdown, OutsideBreakdown, Remark } from './ranking.js';
import { Ratio } from './ratio.js';
import { scoreSheet } from './sheet-score.js';
import type { SheetOutcome } from './sheet-score.js';
import type { ScoredApplication } from './sheets.js';
import type { BallotBlocRule, BlocRule, BonusRule, JudgeBlocRule, OutsideBlocRule } from './tree.js';

export interface BlocOutcome {
  readonly score: Ratio | null;
  readonly breakdown: JudgeBlocBreakdown | BallotBreakdown | OutsideBreakdown;
  readonly reasons: readonly Remark[];
  /** Criterion scores aggregated as the bloc is, for the tie-break chain. */
  readonly byCriterion: ReadonlyMap<string, Ratio>;
}

/** What the whole round knows and one application needs. */
export interface Field {
  readonly outOf: Ratio;
  readonly best: BestBySource;
  /** The counts of the blocs that vote, by `stage/bloc`. */
  readonly ballots: ReadonlyMap<string, ReadonlyMap<string, BallotStanding>>;
}

export function scoreBloc(stageId: string, rule: BlocRule, application: ScoredApplication, field: Field): BlocOutcome {
  if (rule.kind === 'outside') return scoreOutside(stageId, rule, application, field);
  if (rule.kind === 'ballot') return scoreBallot(stageId, rule, application, field);
  const sheets = application.sheets
    .filter((sheet) => sheet.stageId === stageId && sheet.blocId === rule.id)
    .map((sheet) => scoreSheet(rule.criteria, sheet, field.outOf))
    .sort((a, b) => (a.judgeId < b.judgeId ? -1 : 1));
  return scorePanel(stageId, rule, sheets);
}

function scorePanel(stageId: string, rule: JudgeBlocRule, sheets: readonly SheetOutcome[]): BlocOutcome {
  const counted = sheets.flatMap((sheet): LabelledScore[] =>
    sheet.score ? [{ label: sheet.judgeId, score: sheet.score }] : [],
  );
  const shortfalls = quorumReasons(stageId, rule, sheets, counted.length);
  if (shortfalls.length > 0) return withoutScore(rule, sheets, counted.length, shortfalls);
  const result = aggregate(rule.aggregate, counted);
  if ('code' in result) {
    const reason = { ...result, facts: { ...result.facts, stageId, blocId: rule.id } };
    return withoutScore(rule, sheets, counted.length, [reason]);
  }
  return {
    score: result.score,
    reasons: [],
    byCriterion: criterionScores(rule, sheets),
    breakdown: {
      ...panelBreakdown(rule, counted.length),
      score: result.score.shown(),
      applied: result.applied,
      judges: sheets.map((sheet) => describe(sheet, result)),
    },
  };
}

/** What the count came to for one application, unless too few ballots named it or one is still due. */
function scoreBallot(stageId: string, rule: BallotBlocRule, application: ScoredApplication, field: Field): BlocOutcome {
  const { id, weight, count, quorum } = rule;
  const sheets = application.sheets.filter((sheet) => sheet.stageId === stageId && sheet.blocId === id);
  const counted = sheets.filter(({ state }) => state === 'submitted').length;
  const reasons = quorumReasons(stageId, rule, sheets, counted);
  const standing = reasons.length > 0 ? undefined : field.ballots.get(`${stageId}/${id}`)?.get(application.id);
  const said = standing ? { score: standing.score.shown(), place: standing.place, of: standing.of } : { score: null, place: null, of: 0 };
  return { score: standing?.score ?? null, reasons, byCriterion: new Map(), breakdown: { kind: 'ballot', id, weight, count, quorum, counted, ...said } };
}

function withoutScore(
  rule: JudgeBlocRule,
  sheets: readonly SheetOutcome[],
  counted: number,
  reasons: readonly Remark[],
): BlocOutcome {
  const judges = sheets.map((sheet) => describe(sheet, {}));
  const breakdown = { ...panelBreakdown(rule, counted), score: null, applied: null, judges };
  return { score: null, reasons, byCriterion: new Map(), breakdown };
}

function panelBreakdown({ id, weight, quorum }: JudgeBlocRule, counted: number) {
  return { kind: 'judges' as const, id, weight, counted, quorum };
}

function quorumReasons(
  stageId: string,
  rule: Pick<JudgeBlocRule, 'id' | 'quorum' | 'missing'>,
  sheets: readonly { readonly state: string }[],
  counted: number,
): readonly Remark[] {
  const open = sheets.filter((sheet) => sheet.state === 'missing' || sheet.state === 'incomplete').length;
  const facts = { stageId, blocId: rule.id, counted, quorum: rule.quorum, open };
  const reasons: Remark[] = [];
  if (counted < rule.quorum) {
    reasons.push({
      code: 'score.below_quorum',
      sentence: say(
        '有效评分 {counted} 份，少于规定的 {quorum} 份，不参加排名',
        'Only {counted} of the {quorum} scores that the rule requires count: not rankable',
      ),
      facts,
    });
  }
  if (rule.missing === 'block' && open > 0) {
    reasons.push({
      code: 'score.sheets_missing',
      sentence: say('还有 {open} 份评分表未提交，暂不排名', '{open} score sheets are still missing: not rankable yet'),
      facts,
    });
  }
  return reasons;
}

function criterionScores(rule: JudgeBlocRule, sheets: readonly SheetOutcome[]): Map<string, Ratio> {
  const scores = new Map<string, Ratio>();
  for (const { id } of rule.criteria) {
    const given = sheets.flatMap((sheet): LabelledScore[] => {
      const score = sheet.byCriterion.get(id);
      return score ? [{ label: sheet.judgeId, score }] : [];
    });
    const result = aggregate(rule.aggregate, given);
    if ('score' in result) scores.set(id, result.score);
  }
  return scores;
}

function describe(
  sheet: SheetOutcome,
  dropped: { readonly droppedHighest?: string; readonly droppedLowest?: string },
): JudgeBreakdown {
  const { judgeId, criteria } = sheet;
  let state: JudgeBreakdown['state'] = sheet.state;
  if (dropped.droppedHighest === judgeId) state = 'dropped-highest';
  if (dropped.droppedLowest === judgeId) state = 'dropped-lowest';
  return { judgeId, state, score: sheet.score?.shown() ?? null, criteria };
}

function scoreOutside(
  stageId: string,
  rule: OutsideBlocRule,
  application: ScoredApplication,
  field: Field,
): BlocOutcome {
  const raw = application.outside[rule.source];
  const byCriterion = new Map<string, Ratio>();
  if (raw === undefined && rule.whenAbsent === 'not-rankable') {
    const reason: Remark = {
      code: 'score.outside_absent',
      sentence: say('缺少“{source}”数据，不参加排名', 'No value of “{source}” was recorded: not rankable'),
      facts: { stageId, blocId: rule.id, source: rule.source },
    };
    return { score: null, breakdown: describeOutside(rule, null, null), reasons: [reason], byCriterion };
  }
  const points = pointsOf(rule, raw, field, field.outOf);
  return { score: points.score, breakdown: describeOutside(rule, raw ?? null, points), reasons: [], byCriterion };
}

/** The bonus in points: nothing when absent; never above its maximum nor, once given, below its minimum. */
export function scoreBonus(
  rule: BonusRule,
  application: ScoredApplication,
  field: Field,
): { readonly score: Ratio; readonly breakdown: OutsideBreakdown } {
  const raw = application.outside[rule.source];
  const points = pointsOf(rule, raw, field, Ratio.parse(rule.max));
  const floor = rule.min === undefined || points.score.isZero() ? Ratio.zero : Ratio.parse(rule.min);
  const lifted = points.score.compare(floor) < 0;
  const result = { score: lifted ? floor : points.score, clipped: points.clipped || lifted };
  return { score: result.score, breakdown: describeOutside(rule, raw ?? null, result) };
}

function pointsOf(
  rule: OutsideBlocRule | BonusRule,
  raw: string | undefined,
  field: Field,
  outOf: Ratio,
): { readonly score: Ratio; readonly clipped: boolean } {
  if (raw === undefined) return { score: Ratio.zero, clipped: false };
  return normalise(rule.normalise, Ratio.parse(raw), field.best.get(rule.source) ?? Ratio.zero, outOf);
}

function describeOutside(
  rule: OutsideBlocRule | BonusRule,
  raw: string | null,
  points: { readonly score: Ratio; readonly clipped: boolean } | null,
): OutsideBreakdown {
  return {
    kind: 'outside',
    id: rule.id,
    weight: 'weight' in rule ? rule.weight : null,
    source: rule.source,
    raw,
    score: points?.score.shown() ?? null,
    clipped: points?.clipped ?? false,
  };
}
