import {
  fen, key, keys, list, object, oneOf, orNull, percent, points, sentence, setOf, term, variants, whole, yesNo,
} from './schema-parts.js';
import type { Schema } from './schema-parts.js';

const measure = object({}, { sources: list(key, { min: 1 }), costs: list(key, { min: 1 }) });

const budgetRule = variants('kind', {
  share: { required: { of: measure, base: measure }, optional: { atLeast: percent, atMost: percent } },
  amount: { required: { of: measure }, optional: { atLeastFen: fen, atMostFen: fen } },
  forbidden: { required: { costs: keys, words: list({ type: 'string', minLength: 1 }) } },
  unit_ceiling: {
    required: { costs: list(key, { min: 1 }), unit: oneOf('person_day', 'person_time', 'day', 'hour'), maxFen: fen },
    optional: { grade: oneOf('senior', 'other'), taper: object({ afterDays: whole(1), maxFen: fen }) },
  },
  unit_price: { required: { item: sentence, costs: keys, fen, conditions: list(sentence) } },
  detail: {
    required: {
      costs: list(key, { min: 1 }),
      columns: setOf('nature', 'number', 'times', 'amount_each', 'days', 'persons'),
    },
  },
}, {
  required: {
    id: { type: 'string', pattern: '^B[1-9][0-9]?$' },
    text: sentence,
    source: orNull(key),
    appliesTo: list(key, { min: 1 }),
    effect: oneOf('refuse', 'warn'),
  },
  optional: { boards: list(key, { min: 1 }) },
});

const budget = object({
  sources: list(object({ key, title: sentence, kind: oneOf('grant', 'matching', 'raised', 'in_kind') }), { min: 1 }),
  costs: list(object({ key, title: sentence }, { help: sentence }), { min: 1 }),
  rules: list(budgetRule),
  lineDetail: oneOf('required', 'warn'),
});

const rounding = object({ decimals: whole(0, 6), mode: oneOf('half_up') });

const criterion = object({
  key,
  title: sentence,
  weight: percent,
  max: { type: 'number', exclusiveMinimum: 0 },
  step: { type: 'number', exclusiveMinimum: 0 },
  anchors: list(object({ from: points, to: points, text: sentence })),
  reason: object({ when: oneOf('never', 'always', 'outside'), minLength: whole(0, 5000) }, { low: points, high: points }),
  allowNotApplicable: yesNo,
}, { help: sentence });

const aggregation = variants('method', {
  mean: {}, median: {}, sum: {}, trimmed_mean: { required: { threshold: whole(1) } },
  ranked_ballot: {
    required: { count: oneOf('borda', 'schulze', 'stv', 'equal_shares'), partial: oneOf('allowed', 'refused') },
    optional: { seats: whole(1, 1000) },
  },
});

const bloc = object({
  key,
  title: sentence,
  kind: oneOf('expert', 'mass', 'external'),
  weight: percent,
  panel: object({
    judges: whole(0, 1000),
    quorum: whole(0, 1000),
    composition: list(sentence),
    barred: list({ type: 'string', minLength: 1 }),
    observers: setOf('discipline', 'media', 'public'),
    draw: oneOf('named', 'random'),
  }),
  aggregation,
  criteria: list(criterion, { min: 1 }),
  blind: oneOf('open', 'single', 'double'),
  visibility: oneOf('own_until_locked', 'open'),
}, {
  boards: list(key, { min: 1 }),
  projectNames: oneOf('shown', 'redacted'),
  anonymousSlots: object({ most: whole(1, 20), counts: yesNo }),
});

const scoreStage = object({
  key, stage: key, title: sentence, weight: percent, blocs: list(bloc, { min: 1 }), normalise: oneOf('none', 'group'),
});

const tieBreak = variants('by', {
  stage: { required: { stage: key } },
  criterion: { required: { stage: key, bloc: key, criterion: key } },
  preference: {}, lower_request: {}, earlier_submission: {}, lot: {}, committee_vote: {},
});

const scoring = object({
  stages: list(scoreStage, { min: 1 }),
  bonuses: list(object({
    key, title: sentence, max: points, by: oneOf('preference', 'recorded'), preferences: keys,
  })),
  rounding,
  rankOn: oneOf('rounded', 'exact'),
  tieBreak: list(tieBreak),
});

const seconds = whole(0, 36_000);
const roadshow = object({
  stage: key,
  presentSeconds: whole(1, 36_000),
  qaSeconds: seconds,
  scoreSeconds: seconds,
  warningSeconds: seconds,
  overtime: oneOf('cut', 'log'),
  draw: oneOf('lot', 'on_the_spot', 'application_number', 'manual'),
  groups: object({ by: oneOf('none', 'category', 'size') }, { size: whole(2, 200) }),
  calibrationPresentations: whole(0, 50),
  announce: oneOf('on_the_spot', 'after_group', 'after_roadshow'),
  absence: oneOf('last_then_forfeit', 'forfeit'),
  substitutePresenter: yesNo,
});

const allocation = object({
  method: { const: 'by_rank' },
  rankWithin: oneOf('overall', 'category', 'group'),
  minimumScore: orNull(points),
  marginal: oneOf('cut', 'partial', 'skip'),
  marginalMinimumFen: orNull(fen),
  rollOver: oneOf('open_seats', 'supplementary_call', 'lapse'),
  minimumShares: list(object({ categories: list(key, { min: 1 }), atLeastPercent: percent })),
  reserve: object({ size: whole(0), promote: oneOf('in_rank_order', 'same_category_first') }),
}, {
  prizes: list(object({ key, title: sentence, fromRank: whole(1), toRank: whole(1) }), { min: 1 }),
});

const notice = object({
  term,
  columns: setOf('rank', 'organisation', 'project', 'category', 'amount', 'score'),
  experts: yesNo,
});

const publicity = object({
  awards: notice,
  evaluations: orNull(notice),
  objection: object({
    realName: yesNo,
    seal: yesNo,
    anonymous: oneOf('inadmissible', 'read_only'),
    answer: term,
    escalation: orNull(object({ to: sentence, answer: term })),
    channel: sentence,
  }),
});

/** How budgets and proposals are judged, and how the judgement becomes a public list. */
export const judgingDefinitions: Record<string, Schema> = {
  BudgetRule: budgetRule,
  Budget: budget,
  Criterion: criterion,
  Scoring: scoring,
  Roadshow: roadshow,
  Allocation: allocation,
  Publicity: publicity,
};
