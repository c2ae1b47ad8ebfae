import {
  day, fen, key, list, object, oneOf, orNull, percent, points, sentence, setOf, term, variants, whole, yesNo,
} from './schema-parts.js';
import type { Schema } from './schema-parts.js';

const acceptance = object({ term, silence: oneOf('declines', 'accepts'), promoteReserve: yesNo });

const contract = object({
  parties: list(object({
    key,
    role: oneOf('funder', 'grantee', 'operator', 'site', 'host_organisation', 'co_applicant'),
    title: sentence,
  }), { min: 2, max: 4 }),
  sign: term,
  clauses: list(sentence),
});

const trancheCondition = variants('kind', {
  publicity_over: {},
  contract_signed: {},
  milestone_accepted: { required: { milestone: key } },
  evaluation_passed: { required: { evaluation: key } },
  document: { required: { document: oneOf('invoice', 'receipt', 'payment_request', 'audit_report', 'ledger') } },
  date_reached: { required: { on: day } },
});

const tranches = object({
  by: oneOf('percent', 'fixed'),
  tranches: list(object(
    { key, title: sentence, atActual: yesNo, conditions: list(trancheCondition), pay: term },
    { percent, fen },
  ), { min: 1, max: 12 }),
});

const due = variants('kind', {
  on: { required: { day } },
  after: {
    required: { event: oneOf('contract_signed', 'project_start', 'project_midpoint', 'project_end'), term },
  },
  monthly: { required: { dayOfMonth: whole(1, 28) } },
});

const milestone = object({
  key,
  kind: oneOf('plan', 'monthly_report', 'progress_report', 'midterm_report', 'final_report', 'financial_report'),
  title: sentence,
  due,
  evidence: setOf(
    'narrative', 'income_expenditure', 'vouchers', 'sign_in_sheets', 'activity_records', 'photos',
    'satisfaction_survey', 'beneficiary_confirmation', 'payment_ledger', 'volunteer_hours', 'plan',
  ),
  acceptedBy: oneOf('operator', 'funder', 'evaluator'),
  remindDays: list(whole(0, 365)),
});

const changes = object({
  notice: term,
  budgetBands: list(object({
    upToPercent: percent, approval: oneOf('notify', 'operator', 'funder', 're_publicity'),
  }), { min: 1 }),
  extensionMaxMonths: whole(0, 60),
});

const evaluation = object({
  key,
  kind: oneOf('midterm', 'final'),
  title: sentence,
  dimensions: list(object({
    key,
    title: sentence,
    weight: percent,
    indicators: list(object({ key, title: sentence, weight: percent, counted: yesNo })),
  }), { min: 1 }),
  bonusMax: points,
  passMark: points,
  grades: list(object({ key, title: sentence, from: points }), { min: 2 }),
  vetoes: list(object({ key, text: sentence, effect: oneOf('total_zero', 'fail') })),
  rounding: object({ decimals: whole(0, 4), mode: oneOf('half_up', 'down') }),
  quantityBands: list(object({
    fromPercent: { type: 'number', minimum: 0, maximum: 1000 }, points, outOf: { type: 'number', exclusiveMinimum: 0 },
  })),
});

const sanction = object({
  key,
  trigger: oneOf(
    'midterm_late', 'midterm_failed', 'final_failed', 'off_target', 'false_material', 'breach', 'misuse', 'unspent',
    'force_majeure', 'listed',
  ),
  consequences: {
    ...setOf(
      'treated_as_failed', 'rectification', 'public_criticism', 'withhold_next', 'stop', 'terminate', 'recover_part',
      'recover_all', 'disqualify', 'debar',
    ),
    minItems: 1,
  },
  debarYears: orNull(whole(1, 50)),
  text: sentence,
});

const incubation = object({
  months: whole(1, 120),
  precheck: term,
  handover: term,
  stages: list(object({ key, title: sentence }), { min: 1 }),
  graduation: list(sentence, { min: 1 }),
});

const retention = object({
  documents: oneOf(
    'applications', 'score_sheets', 'contracts', 'vouchers', 'reports', 'personal_data', 'minors_data',
  ),
  years: { anyOf: [{ const: 'permanent' }, whole(1, 100)] },
  text: sentence,
});

/** From the award to the archive. */
export const projectDefinitions: Record<string, Schema> = {
  Acceptance: acceptance,
  Contract: contract,
  Tranches: tranches,
  Milestone: milestone,
  Changes: changes,
  Evaluation: evaluation,
  Sanction: sanction,
  Incubation: incubation,
  Retention: retention,
};
