import { readProgramme } from '../../programmes/published-programmes.js';
import { boardOf, closesFor, rulesFor } from './boards.js';
import { TWO_BOARDS } from './checks/spoilt-boards.fixture.js';
import type { Rulebook } from './rulebook.js';
import { validateRulebook } from './validate-rulebook.js';

const plain = readProgramme('yangzhou-2021') as Rulebook;
const [first, second] = plain.scoring.stages as [Rulebook['scoring']['stages'][number], Rulebook['scoring']['stages'][number]];
const panel = first.blocs[0]!;

/** A contest of two boards: an own section, an own cost rule and an own panel for women, an earlier end for them as well. */
const book = {
  ...plain, origin: 'authored', boards: TWO_BOARDS.map((board) => (board.key === 'women' ? { ...board, amount: { kind: 'fixed', fen: 5_000_000 } } : board)),
  form: { ...plain.form, sections: [...plain.form.sections, { key: 'of-women', title: plain.title, boards: ['women'], questions: [{ ...plain.form.sections[3]!.questions[0]!, key: 'own-question' }] }] },
  budget: { ...plain.budget, rules: plain.budget.rules.map((rule, at) => (at === 0 ? { ...rule, boards: ['women'] } : rule)) },
  scoring: { ...plain.scoring, stages: [{ ...first, blocs: [{ ...panel, boards: ['children'] }, { ...panel, key: 'of-women', boards: ['women'] }] }, second] },
} as unknown as Rulebook;

describe('a contest of boards', () => {
  it('is a sound rulebook, as one without boards stays', () => {
    expect(validateRulebook(book).problems).toEqual([]);
    expect(validateRulebook(plain).problems).toEqual([]);
  });

  it('knows the board of a category, and of none before one is chosen', () => {
    expect([boardOf(book, 'volunteers')?.key, boardOf(book, 'child-safety')?.key, boardOf(book, ''), boardOf(plain, 'volunteers')]).toEqual(['women', 'children', null, null]);
  });

  it('gives each board its money, amount, end, sections, cost rules and panels', () => {
    const [women, children, nobody] = ['volunteers', 'child-safety', ''].map((key) => rulesFor(book, key)) as [Rulebook, Rulebook, Rulebook];
    expect([women.money.poolFen, women.money.awards, women.money.amount.kind, women.deadline.at]).toEqual([20_000_000, 4, 'fixed', '2021-09-20T17:00:00+08:00']);
    expect([children.money.poolFen, children.money.awards, children.money.amount.kind, children.deadline.at]).toEqual([30_000_000, 6, 'range', plain.deadline.at]);
    const sections = (rules: Rulebook) => rules.form.sections.map(({ key }) => key);
    expect([sections(women).includes('of-women'), sections(children).includes('of-women'), sections(nobody).includes('of-women')]).toEqual([true, false, false]);
    expect([women, children, nobody].map(({ budget }) => budget.rules.length - plain.budget.rules.length)).toEqual([0, -1, -1]);
    expect([women, children].map(({ scoring }) => scoring.stages[0]!.blocs.map(({ key }) => key))).toEqual([['of-women'], [panel.key]]);
    expect(rulesFor(plain, 'volunteers')).toBe(plain);
  });

  it('closes a board when it says so, and every other with the call', () => {
    const call = { closesAt: new Date(plain.deadline.at), rulebook: book };
    expect([closesFor(call, 'volunteers'), closesFor(call, 'child-safety'), closesFor(call, '')].map((at) => at.toISOString())).toEqual(['2021-09-20T09:00:00.000Z', '2021-09-24T09:00:00.000Z', '2021-09-24T09:00:00.000Z']);
  });
});
