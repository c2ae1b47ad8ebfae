import { formCells, formHeader, readForm, type FormRow } from './score-form.js';

const criteria = [
  { key: 'need', title: { zh: '需求', en: 'Need' }, max: 20, step: 1 },
  { key: 'plan', title: { zh: '方案', en: 'Plan' }, max: 30, step: 0.5 },
];
const line = { number: 'A-1', projectName: '木兰课堂', mark: '2', entries: { need: { points: '18', reason: '扎实' }, plan: { points: 'n/a' } }, comment: '好' };
const rows = (...cells: FormRow['cells'][]): FormRow[] => [formHeader(criteria), ...cells].map((row, at) => ({ number: at + 1, cells: row }));

describe('a form to score away from the network', () => {
  it('comes back as it went out: points, not applicable and not scored are three things', () => {
    expect(readForm(criteria, rows(formCells(criteria, line)))).toEqual([{ ...line, line: 2 }]);
    expect(readForm(criteria, rows(['A-1', 'x', 0, 0, '', '', '', '']))).toMatchObject([{ entries: { need: { points: '0' } } }]);
    expect(readForm(criteria, rows(['A-1', 'x', 0, '', '', ' 不适用 ', '', '']))).toMatchObject([{ entries: { plan: { points: 'n/a' } } }]);
    expect(readForm(criteria, rows(['', '', '', '', '', '', '', '']))).toEqual([]);
  });

  it('is refused whole when a column was moved or taken out, naming it', () => {
    const [head, ...body] = rows(formCells(criteria, line));
    const moved = [{ ...head!, cells: [...head!.cells.slice(0, 3), head!.cells[5]!, head!.cells[4]!, head!.cells[3]!, ...head!.cells.slice(6)] }, ...body];
    expect(() => readForm(criteria, moved)).toThrow(expect.objectContaining({ code: 'form_foreign', facts: { column: 4, header: '需求（0–20，每级 1）' } }));
    expect(() => readForm(criteria, [{ ...head!, cells: head!.cells.slice(1) }])).toThrow(expect.objectContaining({ code: 'form_foreign' }));
    expect(() => readForm(criteria, [])).toThrow(expect.objectContaining({ code: 'form_foreign' }));
  });

  it('carries the code of a paper sheet where it is a guest’s, and is no form of an account then', () => {
    const paper = [formHeader(criteria, 'code'), formCells(criteria, { ...line, mark: 'K7QF-2M9P' })].map((cells, at) => ({ number: at + 1, cells }));
    expect(readForm(criteria, paper, 'code')).toMatchObject([{ number: 'A-1', mark: 'K7QF-2M9P' }]);
    expect(() => readForm(criteria, paper)).toThrow(expect.objectContaining({ code: 'form_foreign' }));
  });

  it('is refused whole when one application stands on two lines', () => {
    const twice = rows(formCells(criteria, line), formCells(criteria, { ...line, entries: {} }));
    expect(() => readForm(criteria, twice)).toThrow(expect.objectContaining({ code: 'form_twice', facts: { number: 'A-1', both: '2、3' } }));
  });
});
