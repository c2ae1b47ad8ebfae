import fc from 'fast-check';
import { publishedProgrammes, readProgramme, type Rulebook } from '#modules/calls';
import { countFiles, fillForm } from '../../../../../scripts/cycle/fill-form.mjs';
import { amountOf } from '../budget/budget-line.js';
import { checkForm } from './check-form.js';
import { readFigures } from '../figures.js';

const book = (code: string) => readProgramme(code) as Rulebook;
const sound = (rulebook: Rulebook, changes: object = {}) =>
  fillForm(rulebook, { name: '木兰妈妈课堂', requestedFen: rulebook.money.amount.kind === 'fixed' ? rulebook.money.amount.fen : 4_000_000, matchingFen: rulebook.matching.mode === 'none' ? 0 : 1_000_000, startsOn: '2021-12-01', endsOn: '2022-10-31', ...changes },
    Array.from({ length: countFiles(rulebook) }, (_, at) => `file-${at}`));

describe('a form', () => {
  it.each([...publishedProgrammes])('of %s can be filled without fault', (code) => {
    expect(checkForm(book(code), sound(book(code)))).toEqual([]);
  });

  it('names every question that must be answered', () => {
    const rulebook = book('yangzhou-2021');
    const missing = checkForm(rulebook, {}).filter(({ code }) => code === 'answer_missing');
    const required = rulebook.form.sections.flatMap(({ questions }) => questions).filter((question) => question.required && !question.visibleWhen);
    expect(missing).toHaveLength(required.length);
  });

  it.each([
    ['a text over its limit', { proposal: { summary: '字'.repeat(501) } }, 'text_too_long'],
    ['a category that does not exist', { scheme: { category: 'nothing' } }, 'option_unknown'],
    ['a day that is none', { scheme: { 'starts-on': '2021-02-30' } }, 'wrong_form'],
    ['a sum with a fraction of a fen', { scheme: { requested: 100.5 } }, 'wrong_form'],
    ['a request above the range', { scheme: { requested: 5_000_001 } }, 'request_above_cap'],
    ['a request below the range', { scheme: { requested: 2_999_999 } }, 'request_below_range'],
    ['a request that the budget does not bear out', { scheme: { requested: 3_500_000 } }, 'grant_differs_from_budget'],
    ['a team of one', { people: { team: [{ name: '王', role: '负责人' }] } }, 'too_few'],
  ])('refuses %s', (_, change, code) => {
    const rulebook = book('yangzhou-2021');
    const answers = Object.fromEntries(Object.entries(sound(rulebook)).map(([key, section]) => [key, { ...section, ...(change as Record<string, object>)[key] }]));
    expect(checkForm(rulebook, answers).map((found) => found.code)).toContain(code);
  });

  it('takes a text within the margin of its limit with a warning, and refuses it beyond', () => {
    const rulebook = book('yangzhou-2021');
    const soft = structuredClone(rulebook);
    const summary = soft.form.sections.flatMap(({ questions }) => questions).find(({ key }) => key === 'summary')!;
    Object.assign(summary, { limit: { max: 500, margin: 50 } });
    const faultsAt = (length: number) => checkForm(soft, { ...sound(soft), proposal: { ...sound(soft)['proposal'], summary: '字'.repeat(length) } }).map(({ code, severity, path }) => [path, code, severity]);
    expect(faultsAt(500)).toEqual([]);
    expect(faultsAt(501)).toEqual([['proposal.summary', 'text_over_limit', 'warning']]);
    expect(faultsAt(550)).toEqual([['proposal.summary', 'text_over_limit', 'warning']]);
    expect(faultsAt(551)).toEqual([['proposal.summary', 'text_too_long', 'error']]);
  });

  it('asks for a hidden question only once it shows', () => {
    const rulebook = book('yangzhou-2021');
    const answers = sound(rulebook);
    const without = { ...answers, proposal: { ...answers['proposal'], 'child-safety': undefined } };
    expect(checkForm(rulebook, without).map(({ path }) => path)).toContain('proposal.child-safety');
    expect(checkForm(rulebook, { ...without, proposal: { ...without.proposal, minors: 'no' } }).map(({ path }) => path)).not.toContain('proposal.child-safety');
  });

  it('never throws, whatever it is given', () => {
    const rulebook = book('hubei-mulan-2024');
    const anything = fc.dictionary(fc.constantFrom(...rulebook.form.sections.map(({ key }) => key)), fc.dictionary(fc.constantFrom(...rulebook.form.sections.flatMap(({ questions }) => questions.map(({ key }) => key))), fc.jsonValue()));
    fc.assert(fc.property(anything, (answers) => Array.isArray(checkForm(rulebook, answers as never))));
  });
});

describe('a budget', () => {
  it('adds up to the fen in any order', () => {
    const rulebook = book('yangzhou-2021');
    const line = fc.record({
      category: fc.constantFrom(...rulebook.budget.costs.map(({ key }) => key)), source: fc.constantFrom('grant', 'matching'), item: fc.constant('项'), unit: fc.constant('次'),
      note: fc.constant('说明'), unitFen: fc.integer({ min: 0, max: 10_000_000 }), quantity: fc.integer({ min: 1, max: 100_000 }).map((hundredths) => hundredths / 100),
    });
    fc.assert(fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const figures = (budget: object[]) => readFigures(rulebook, { money: { budget } });
      const forward = figures(lines);
      expect(figures([...lines].reverse()).totalFen).toBe(forward.totalFen);
      expect(forward.totalFen).toBe(lines.reduce((sum, one) => sum + amountOf(one), 0));
      expect(forward.requestedFen + forward.matchingFen).toBe(forward.totalFen);
      expect(Number.isSafeInteger(forward.totalFen)).toBe(true);
    }));
  });

  it.each([
    ['an expert above the ceiling', { category: 'expert', grade: 'senior', unitFen: 50_001 }, 'B1'],
    ['an expert whose fee does not taper', { category: 'expert', grade: 'senior', unitFen: 50_000, days: 3 }, 'B1'],
    ['a management fee', { category: 'management', unitFen: 1000 }, 'B6'],
    ['a forbidden word', { category: 'materials', item: '购车', unitFen: 1000 }, 'B14'],
  ])('breaks a rule with %s', (_: string, change: object, rule: string) => {
    const rulebook = book('yangzhou-2021');
    const line = { category: 'materials', item: '物料', unitFen: 1000, unit: '天', quantity: 1, source: 'grant', note: '每次一份', ...change };
    const faults = checkForm(rulebook, { money: { budget: [line] } });
    expect(faults.filter(({ code, path }) => code === 'budget_rule_broken' && path === 'money.budget.0').map(({ facts }) => facts?.['rule'])).toContain(rule);
  });

  const bare = { category: 'materials', item: '物料', unitFen: 1000, unit: '份', quantity: 1, source: 'grant' };
  const line = { ...bare, note: '每次一份' };
  const told = (rulebook: Rulebook, money: object, scheme: object = {}) =>
    checkForm(rulebook, { scheme, money } as never).filter(({ section, code }) => section === 'money' && !['answer_missing', 'matching_too_low'].includes(code)).map(({ code, severity }) => [code, severity]);

  it('says of a line without its note that the note is missing, as severely as the call asks for it', () => {
    const rulebook = book('yangzhou-2021');
    const without = (lineDetail: string) => told({ ...rulebook, budget: { ...rulebook.budget, lineDetail, rules: [] } } as Rulebook, { budget: [bare] });
    expect([without('required'), without('warn')]).toEqual([[['note_missing', 'error']], [['note_missing', 'warning']]]);
  });

  it('is compared with the sums of the form once they are stated and every row is a line', () => {
    const rulebook = book('yangzhou-2021');
    const [stated, half] = [{ requested: 3_000_000 }, { item: '还没有写完' }];
    expect(told(rulebook, { budget: [line, half] }, stated)).toEqual([['line_incomplete', 'error']]);
    expect(told(rulebook, { budget: [line] })).toEqual([]);
    expect(told(rulebook, { budget: [line] }, stated)).toContainEqual(['grant_differs_from_budget', 'error']);
  });
});
