import { fen } from '#libs/money';
import type { EligibilityId, EligibilityParameters, EligibilityRule, Rulebook } from '#modules/calls';
import type { ApplicantFacts, PastAward } from './applicant-facts.js';
import { judgeRules, wordsOfFailure } from './judge-rules.js';
import { preferencesMet } from './preferences.js';
import { windowOf } from './record-tests.js';

const applicants = { types: ['social_association'], host: { allowed: true, hostTypes: ['street_federation'] }, implementedIn: [{ code: '3210', name: { zh: '扬州市', en: 'Yangzhou' } }] } as unknown as Rulebook['applicants'];

const facts = (changes: Partial<ApplicantFacts> = {}, organisation: Partial<ApplicantFacts['organisation']> = {}): ApplicantFacts => ({
  today: '2024-05-20',
  organisation: {
    kind: 'social_service_institution', creditCode: '52321003MJ5600001X', registrationLevel: 'district', registeredOn: '2021-05-20', territoryCode: '321003', grade: '3A', gradedOn: '2020-01-10',
    fullTimeStaff: 3, socialWorkers: 2, partyOrganisation: true, federationBody: false, inspections: [{ year: 2023, verdict: 'passed' }, { year: 2022, verdict: 'basic' }], ...organisation,
  },
  partners: [], applications: 1, earlierAwards: 0, awards: [], lookups: [], accountVerified: false, womenPercent: null,
  figures: { requestedFen: 4_000_000, totalFen: 5_000_000, matchingFen: 1_000_000, projectName: '木兰妈妈课堂' }, ...changes,
});

function judge<Id extends EligibilityId>(id: Id, parameters: EligibilityParameters[Id], known: ApplicantFacts) {
  const rule = { id, parameters, text: { zh: `第${id}条`, en: `Rule ${id}` }, effect: 'exclude', moments: ['submission'], evidence: [] } as unknown as EligibilityRule;
  return judgeRules({ eligibility: [rule], applicants }, 'submission', known)[0]!;
}

const award = (changes: Partial<PastAward> = {}): PastAward => ({ applicationId: 'a', projectName: '木兰妈妈课堂', announcedOn: '2024-02-01', sameProgramme: true, level: 'city', project: null, ...changes });
const lookup = (register: 'abnormal_list' | 'dishonest_list' | 'penalties' | 'judgment_debtors', entries: { fromDay: string; untilDay: string | null; what: string }[] = [], lookedUpOn = '2024-05-01') => facts({ lookups: [{ register, lookedUpOn, entries }] });

/** The rule, its parameters, what is known, and what is found: the whole library of domain.md section 7. */
const CASES: readonly { readonly [Id in EligibilityId]: readonly [Id, EligibilityParameters[Id], ApplicantFacts, 'passed' | 'failed' | 'unknown'] }[EligibilityId][] = [
  ['E1', {}, facts(), 'passed'],
  ['E1', {}, facts({}, { creditCode: null }), 'failed'],
  ['E1', {}, facts({}, { creditCode: null, kind: 'community_group' }), 'unknown'],
  ['E2', { levels: ['city', 'district'] }, facts(), 'passed'],
  ['E2', { levels: ['city', 'district'] }, facts({}, { registrationLevel: 'province' }), 'failed'],
  ['E3', { minYears: 3 }, facts(), 'passed'],
  ['E3', { minYears: 3 }, facts({}, { registeredOn: '2021-05-21' }), 'failed'],
  ['E4', { years: 'last', basic: false }, facts(), 'passed'],
  ['E4', { years: 2, basic: false }, facts(), 'failed'],
  ['E4', { years: 2, basic: true }, facts(), 'passed'],
  ['E4', { years: 3, basic: true }, facts(), 'unknown'],
  ['E5', { lookBack: { months: 12 } }, facts(), 'unknown'],
  ['E5', { lookBack: { months: 12 } }, lookup('abnormal_list'), 'passed'],
  ['E5', { lookBack: { months: 12 } }, lookup('abnormal_list', [{ fromDay: '2022-01-01', untilDay: '2023-05-19', what: '未年报' }]), 'passed'],
  ['E5', { lookBack: { months: 12 } }, lookup('abnormal_list', [{ fromDay: '2022-01-01', untilDay: '2023-05-20', what: '未年报' }]), 'failed'],
  ['E5', { lookBack: { months: 12 } }, lookup('abnormal_list', [], '2024-01-01'), 'unknown'],
  ['E6', { lookBack: { months: 24 } }, lookup('dishonest_list', [{ fromDay: '2020-01-01', untilDay: null, what: '失信' }]), 'failed'],
  ['E7', { lookBack: { fromYear: 2022, toYear: 2024 } }, lookup('penalties', [{ fromDay: '2021-12-01', untilDay: '2021-12-31', what: '警告' }]), 'passed'],
  ['E8', { persons: ['legal_representative'] }, lookup('judgment_debtors', [{ fromDay: '2019-01-01', untilDay: '2024-05-19', what: '已履行' }]), 'passed'],
  ['E9', { minGrade: '3A', validYears: 5 }, facts(), 'passed'],
  ['E9', { minGrade: '4A', validYears: 5 }, facts(), 'failed'],
  ['E9', { minGrade: '3A', validYears: 5 }, facts({}, { gradedOn: '2019-05-20' }), 'failed'],
  ['E10', { bankAccount: true, accountingSystem: false }, facts({ accountVerified: true }), 'passed'],
  ['E10', { bankAccount: true, accountingSystem: true }, facts({ accountVerified: true }), 'unknown'],
  ['E11', { min: 4 }, facts(), 'failed'],
  ['E12', { min: 2, licence: 'any_social_worker' }, facts(), 'passed'],
  ['E13', { inCharter: false }, facts(), 'passed'],
  ['E13', { inCharter: true }, facts(), 'unknown'],
  ['E14', {}, facts(), 'unknown'],
  ['E15', {}, facts(), 'unknown'],
  ['E16', { max: 1 }, facts({ applications: 2 }), 'failed'],
  ['E17', { max: 1 }, facts({ awards: [award()] }), 'failed'],
  ['E17', { max: 1 }, facts({ awards: [award({ announcedOn: '2023-12-31' }), award({ sameProgramme: false })] }), 'passed'],
  ['E18', { sameProject: true, stillRunning: false }, facts({ awards: [award({ projectName: '木兰 妈妈课堂' })] }), 'failed'],
  ['E18', { sameProject: true, stillRunning: true }, facts({ awards: [award({ projectName: '别的', project: { status: 'running', since: '2024-03-01' } })] }), 'failed'],
  ['E18', { sameProject: false, stillRunning: true }, facts({ awards: [award({ project: { status: 'archived', since: '2024-03-01' } })] }), 'passed'],
  ['E19', {}, facts(), 'unknown'],
  ['E20', { levels: ['province'] }, facts({ awards: [award({ level: 'province' })] }), 'failed'],
  ['E20', { levels: ['province'] }, facts({ awards: [award()] }), 'unknown'],
  ['E21', { years: 1 }, facts({ awards: [award({ announcedOn: '2023-06-01' })] }), 'failed'],
  ['E21', { years: 1 }, facts({ awards: [award({ announcedOn: '2022-12-31' })] }), 'passed'],
  ['E22', { lookBack: { months: 12 } }, facts({ awards: [award({ project: { status: 'terminated', since: '2023-05-20' } })] }), 'failed'],
  ['E22', { lookBack: { months: 12 } }, facts({ awards: [award({ project: { status: 'terminated', since: '2023-05-19' } })] }), 'passed'],
  ['E23', { types: ['public_institution_1'] }, facts({}, { kind: 'public_institution_1' }), 'failed'],
  ['E24', { strict: true }, facts(), 'failed'],
  ['E24', { strict: false }, facts(), 'unknown'],
  ['E24', { strict: true }, facts({ partners: ['womens_federation'] }), 'passed'],
  ['E25', { hostTypes: ['street_federation'] }, facts({ partners: ['street_federation'] }, { kind: 'community_group', creditCode: null }), 'passed'],
  ['E25', { hostTypes: ['street_federation'] }, facts({}, { kind: 'community_group', creditCode: null }), 'unknown'],
  ['E26', { types: ['law_firm'] }, facts({}, { kind: 'enterprise' }), 'failed'],
  ['E26', { types: ['law_firm'] }, facts({}, { kind: 'law_firm' }), 'passed'],
  ['E27', { minPercent: 20 }, facts(), 'passed'],
  ['E27', { minPercent: 21 }, facts(), 'failed'],
  ['E28', { maxFen: fen(5_000_000), firstTimerMaxFen: fen(3_000_000) }, facts(), 'failed'],
  ['E28', { maxFen: fen(5_000_000), firstTimerMaxFen: fen(3_000_000) }, facts({ earlierAwards: 1 }), 'passed'],
  ['E29', { premises: false, equipment: false, staff: true }, facts({}, { fullTimeStaff: 0 }), 'failed'],
  ['E30', { minPercent: 75 }, facts({ womenPercent: 74.9 }), 'failed'],
  ['E30', { minPercent: 75 }, facts({ womenPercent: 75 }), 'passed'],
];

describe('the rule library', () => {
  it.each(CASES.map((one, at) => [`${one[0]} (${at + 1}): ${one[3]}`, one] as const))('%s', (_, [id, parameters, known, verdict]) => {
    const judged = judge(id, parameters as never, known);
    expect(judged.verdict).toBe(verdict);
    expect(judged.ground.zh).toMatch(/\S/);
    expect(judged.ground.en).toMatch(/\S/);
    expect(judged.testedOn).toBe('2024-05-20');
  });

  it('knows all thirty rules', () => {
    const ids = new Set(CASES.map(([id]) => id));
    expect([...ids].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))).toEqual(Array.from({ length: 30 }, (_, at) => `E${at + 1}`));
  });

  it('names the day of the evidence, and says a failure in one sentence with rule, reason and day', () => {
    const listed = judge('E5', { lookBack: { months: 12 } }, lookup('abnormal_list', [{ fromDay: '2023-09-01', untilDay: null, what: '未按时年报' }]));
    expect(listed.evidenceOn).toBe('2024-05-01');
    expect(wordsOfFailure(listed).zh).toBe('第E5条（社会组织活动异常名录：2023-09-01 列入，尚未移出（未按时年报）；依据日期 2024-05-01）');
    expect(judge('E9', { minGrade: '3A', validYears: 5 }, facts()).evidenceOn).toBe('2020-01-10');
  });

  it('looks back whole months, also from the last day of a long one and over a leap day', () => {
    expect(windowOf({ months: 1 }, '2024-03-31')).toEqual({ from: '2024-02-29', to: '2024-03-31' });
    expect(windowOf({ months: 12 }, '2024-02-29')).toEqual({ from: '2023-02-28', to: '2024-02-29' });
    expect(windowOf({ months: 14 }, '2024-01-15')).toEqual({ from: '2022-11-15', to: '2024-01-15' });
    expect(windowOf({ fromYear: 2022, toYear: 2023 }, '2024-01-15')).toEqual({ from: '2022-01-01', to: '2023-12-31' });
  });

  it('judges only the rules of the moment, and goes on after the first failure', () => {
    const rules = (['E1', 'E11', 'E12'] as const).map((id, at) => ({ id, parameters: { min: 99 }, text: { zh: id, en: id }, effect: 'exclude', moments: at === 2 ? ['signing'] : ['submission'], evidence: [] })) as unknown as EligibilityRule[];
    expect(judgeRules({ eligibility: rules, applicants }, 'submission', facts({}, { creditCode: null })).map(({ id, verdict }) => [id, verdict])).toEqual([['E1', 'failed'], ['E11', 'failed']]);
  });

  it('tells which preferences are met: last year’s winner by the year, the grade by its order', () => {
    const preference = (kind: string, more: object = {}) => ({ key: kind, kind, text: { zh: kind, en: kind }, points: 0, ...more }) as never;
    const list = [preference('last_year_winner'), preference('grade', { minGrade: '3A' }), preference('matching', { minPercent: 20 }), preference('womens_federation_body'), preference('other')];
    expect(preferencesMet(list, facts({ awards: [award({ announcedOn: '2023-11-01' })] }))).toEqual(['last_year_winner', 'grade', 'matching']);
    expect(preferencesMet(list, facts({ awards: [award()] }, { grade: '2A' }))).toEqual(['matching']);
  });
});
