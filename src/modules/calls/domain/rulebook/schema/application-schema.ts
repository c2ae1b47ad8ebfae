import {
  day, def, fen, key, list, object, oneOf, orNull, percent, sentence, setOf, variants, whole, yesNo,
} from './schema-parts.js';
import type { Schema, Variant } from './schema-parts.js';

const applicantTypes = [
  'social_association', 'social_service_institution', 'foundation', 'community_group', 'enterprise', 'law_firm',
  'public_institution_1', 'public_institution_2', 'womens_federation', 'mass_organisation', 'village_committee',
  'street_federation', 'social_work_station',
];
const levels = setOf('national', 'province', 'city', 'district');
const grade = oneOf('1A', '2A', '3A', '4A', '5A');
const lookBack: Schema = {
  anyOf: [object({ months: whole(1, 600) }), object({ fromYear: whole(1990, 2100), toYear: whole(1990, 2100) })],
};

function rule(parameters: Record<string, Schema> = {}): Variant {
  return { required: { parameters: object(parameters) } };
}

const eligibility = variants('id', {
  E1: rule(),
  E2: rule({ levels }),
  E3: rule({ minYears: whole(0) }),
  E4: rule({ years: { anyOf: [{ enum: ['last', 'all'] }, whole(1, 20)] }, basic: yesNo }),
  E5: rule({ lookBack }),
  E6: rule({ lookBack }),
  E7: rule({ lookBack }),
  E8: rule({ persons: setOf('legal_representative', 'leader') }),
  E9: rule({ minGrade: grade, validYears: whole(1, 20) }),
  E10: rule({ bankAccount: yesNo, accountingSystem: yesNo }),
  E11: rule({ min: whole(0) }),
  E12: rule({ min: whole(0), licence: oneOf('social_worker', 'assistant_social_worker', 'any_social_worker') }),
  E13: rule({ inCharter: yesNo }),
  E14: rule(),
  E15: rule(),
  E16: rule({ max: whole(1) }),
  E17: rule({ max: whole(1) }),
  E18: rule({ sameProject: yesNo, stillRunning: yesNo }),
  E19: rule(),
  E20: rule({ levels }),
  E21: rule({ years: whole(1, 20) }),
  E22: rule({ lookBack }),
  E23: rule({ types: setOf(...applicantTypes) }),
  E24: rule({ strict: yesNo }),
  E25: rule({ hostTypes: setOf(...applicantTypes) }),
  E26: rule({ types: setOf(...applicantTypes) }),
  E27: rule({ minPercent: percent }),
  E28: rule({ maxFen: fen, firstTimerMaxFen: orNull(fen) }),
  E29: rule({ premises: yesNo, equipment: yesNo, staff: yesNo }),
  E30: rule({ minPercent: percent }),
}, {
  required: {
    text: sentence,
    effect: oneOf('exclude', 'flag'),
    moments: { ...setOf('self_check', 'submission', 'screening', 'signing'), minItems: 1 },
    evidence: list(key),
  },
});

const preference = object({
  key,
  kind: oneOf(
    'party_organisation', 'womens_federation_body', 'grade', 'matching', 'experience', 'social_worker_licence',
    'last_year_winner', 'local_co_funding', 'other',
  ),
  text: sentence,
  points: { type: 'number', minimum: 0, multipleOf: 0.01 },
}, { minGrade: grade, minPercent: percent });

const territory = object({ code: { type: 'string', pattern: '^[1-9][0-9]{1,5}$' }, name: sentence });

const applicants = object({
  types: { ...setOf(...applicantTypes), minItems: 1 },
  registeredIn: list(territory),
  registrationLevels: levels,
  implementedIn: list(territory),
  maxApplications: whole(1),
  maxAwards: whole(1),
  joint: object({
    mode: oneOf('forbidden', 'allowed', 'required'),
    maxParties: whole(1, 20),
    together: list({ ...setOf(...applicantTypes), minItems: 1 }),
  }),
  host: object({ allowed: yesNo, hostTypes: setOf(...applicantTypes) }),
}, {
  nominations: list(object({ by: oneOf('city', 'district'), category: orNull(key), max: whole(1) })),
});

const condition = variants('kind', {
  equals: { required: { question: key, value: { type: ['string', 'number', 'boolean'] } } },
  one_of: { required: { question: key, values: list({ type: ['string', 'number'] }, { min: 1 }) } },
  at_least: { required: { question: key, value: { type: 'number' } } },
  at_most: { required: { question: key, value: { type: 'number' } } },
  answered: { required: { question: key } },
  all: { required: { of: list(def('Condition'), { min: 1 }) } },
  any: { required: { of: list(def('Condition'), { min: 1 }) } },
  not: { required: { of: def('Condition') } },
});

const textLimit = object({ max: whole(1, 100_000), margin: whole(0) }, { min: whole(0) });
const number: Schema = { type: 'number' };
const rows = { minRows: whole(0), maxRows: whole(1, 500) };
const column = object({
  key, title: sentence, kind: oneOf('short_text', 'number', 'money', 'date'), required: yesNo,
});
const option = object({ key, title: sentence });

const question = variants('kind', {
  short_text: { required: { limit: textLimit }, optional: { pattern: { type: 'string', format: 'regex' } } },
  long_text: { required: { limit: textLimit } },
  number: { required: { decimals: whole(0, 6) }, optional: { min: number, max: number, unit: sentence } },
  money: { optional: { minFen: fen, maxFen: fen, role: oneOf('request', 'total') } },
  choice: {
    required: {
      options: { anyOf: [{ const: 'categories' }, list(option, { min: 2 })] }, least: whole(0), most: whole(1),
    },
  },
  date: { optional: { earliest: day, latest: day } },
  table: { required: { columns: list(column, { min: 1 }), ...rows } },
  team: { required: rows },
  beneficiaries: { required: { minDirect: whole(0) } },
  budget: {},
  file: {
    required: {
      accept: { ...setOf('pdf', 'docx', 'xlsx', 'jpg', 'png', 'zip'), minItems: 1 },
      maxFiles: whole(1, 50),
      maxBytes: whole(1, 500_000_000),
    },
  },
}, {
  required: { key, title: sentence, required: yesNo },
  optional: {
    help: sentence,
    identifying: yesNo,
    visibleWhen: def('Condition'),
    prefill: oneOf(
      'organisation.name', 'organisation.uscc', 'organisation.registeredOn', 'organisation.address',
      'organisation.profile', 'organisation.grade', 'organisation.inspection', 'organisation.legalRepresentative',
      'organisation.bankAccount', 'organisation.team', 'leader.name', 'leader.mobile', 'leader.email',
    ),
  },
});

const section = object(
  { key, title: sentence, questions: list(def('Question'), { min: 1 }) },
  { guidance: sentence, visibleWhen: def('Condition'), boards: list(key, { min: 1 }) },
);

const form = object({
  sections: list(section, { min: 1 }),
  declaration: sentence,
  seal: object({ legalRepresentative: yesNo, organisation: yesNo, site: yesNo, supervisingUnit: yesNo }),
});

/** Who may apply, under which conditions, and with which form. */
export const applicationDefinitions: Record<string, Schema> = {
  Applicants: applicants,
  EligibilityRule: eligibility,
  Preference: preference,
  Condition: condition,
  Question: question,
  Form: form,
};
