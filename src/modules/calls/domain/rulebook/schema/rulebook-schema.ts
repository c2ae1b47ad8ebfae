import { applicationDefinitions } from './application-schema.js';
import { judgingDefinitions } from './judging-schema.js';
import { projectDefinitions } from './project-schema.js';
import {
  commonDefinitions, def, fen, instant, key, list, object, oneOf, orNull, percent, sentence, term, variants, whole, yesNo,
} from './schema-parts.js';
import type { Schema } from './schema-parts.js';

const stage = object({
  key,
  kind: oneOf(
    'needs_collection', 'application', 'recommendation', 'screening', 'written_review', 'optimisation', 'roadshow',
    'revival', 'mass_vote', 'site_check', 'negotiation', 'approval', 'publicity', 'adoption', 'contract',
    'implementation', 'midterm', 'final_evaluation', 'settlement',
  ),
  title: sentence,
  opensAt: orNull(instant),
  closesAt: orNull(instant),
  cut: variants('kind', {
    all: {},
    passed: {},
    top_overall: { required: { count: whole(1) } },
    top_per_category: { required: { count: whole(1) } },
    minimum_score: { required: { score: { type: 'number', minimum: 0 } } },
  }),
});

const amount = variants('kind', {
  fixed: { required: { fen } },
  cap: { required: { maxFen: fen } },
  range: { required: { minFen: fen, maxFen: fen } },
  share_of_budget: { required: { maxPercent: percent, maxFen: fen } },
  tiers_by_rank: { required: { tiers: list(object({ fromRank: whole(1), toRank: whole(1), fen }), { min: 1 }) } },
  at_defence: { required: { minFen: fen, maxFen: fen } },
});

const money = object({
  route: oneOf('grant', 'purchase', 'reward', 'directed'),
  incomeNature: oneOf('government_subsidy', 'service_income', 'donation_income'),
  fund: oneOf('fiscal', 'lottery', 'foundation', 'mixed'),
  poolFen: fen,
  awards: orNull(whole(1)),
  amount,
  firstTimerCapFen: orNull(fen),
  mayGrantLess: yesNo,
});

const board = object(
  { key, title: sentence, categories: list(key, { min: 1 }), poolFen: fen, awards: orNull(whole(1)) },
  { description: sentence, owner: sentence, amount, closesAt: instant },
);

const matching = object({
  mode: oneOf('none', 'preferred', 'required'),
  minPercentOfTotal: percent,
  topUp: orNull(object({ ratio: { type: 'number', exclusiveMinimum: 0, maximum: 10 }, maxFen: fen })),
  forms: { type: 'array', items: oneOf('cash', 'in_kind', 'raised'), uniqueItems: true },
});

const screening = object({
  screeners: whole(1, 5), agreement: oneOf('unanimous', 'majority'), decision: orNull(term), appeal: term,
});

const basis: Schema = {
  type: 'object',
  additionalProperties: variants('kind', {
    source: { required: { ref: key }, optional: { quote: { type: 'string', minLength: 1 } } },
    assumption: { required: { why: sentence }, optional: { after: key } },
  }),
};

const root = object({
  format: { const: 'qiongxiang-rulebook/1' },
  code: key,
  origin: oneOf('published', 'authored'),
  title: sentence,
  year: whole(2000, 2100),
  visibility: oneOf('public', 'invited'),
  organisers: list(object({
    role: oneOf('host', 'guide', 'operator', 'co_host', 'funder'), name: sentence,
  }), { min: 1 }),
  stages: list(stage, { min: 1 }),
  deadline: object({ at: instant, zone: { const: 'Asia/Shanghai' }, graceSeconds: whole(0, 86_400) }, { questionsUntil: instant, sealed: yesNo }),
  money,
  categories: list(object(
    { key, title: sentence, seats: orNull(whole(1)), open: yesNo }, { description: sentence },
  ), { min: 1 }),
  applicants: def('Applicants'),
  eligibility: list(def('EligibilityRule')),
  preferences: list(def('Preference')),
  matching,
  form: def('Form'),
  budget: def('Budget'),
  scoring: def('Scoring'),
  roadshow: orNull(def('Roadshow')),
  allocation: def('Allocation'),
  publicity: def('Publicity'),
  acceptance: def('Acceptance'),
  contract: def('Contract'),
  tranches: def('Tranches'),
  milestones: list(def('Milestone')),
  changes: def('Changes'),
  evaluations: list(def('Evaluation')),
  sanctions: list(def('Sanction')),
  incubation: orNull(def('Incubation')),
  retention: list(def('Retention')),
  sources: list(object(
    { key, title: sentence, url: orNull({ type: 'string', pattern: '^https?://' }) }, { issuer: sentence },
  )),
  basis,
}, { purpose: sentence, supplementTo: key, screening, boards: list(board, { min: 2 }) });

/** The published JSON Schema (draft 2020-12) of a rulebook. It decides the shape; meaning is checked after it. */
export const rulebookSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:qiongxiang:rulebook:1',
  title: 'Rulebook of a public-benefit venture programme (公益创投规则书)',
  ...root,
  $defs: { ...commonDefinitions, ...applicationDefinitions, ...judgingDefinitions, ...projectDefinitions },
};
