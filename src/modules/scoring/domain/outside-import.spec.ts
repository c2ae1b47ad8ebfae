import { IMPORT_HEADER, readOutsideScores } from './outside-import.js';

const known = ['甲', '乙', '丙', '丁', '戊'].map((projectName, at) => ({ applicationId: `id-${at}`, number: `A-${at + 1}`, projectName }));
const rows = (scores: (string | number)[], header: readonly string[] = IMPORT_HEADER) =>
  [header, ...scores.map((score, at) => [known[at]!.number, known[at]!.projectName, score, '票数公证书'])].map((cells, at) => ({ number: at + 1, cells }));
const read = (...args: Parameters<typeof rows>) => readOutsideScores(rows(...args), known, 100);

describe('an import of scores from outside', () => {
  it('takes a sound file whole', () => {
    expect(read([88, '90.5', 71, 60, 0])).toMatchObject([{ applicationId: 'id-0', value: '88' }, { value: '90.5' }, {}, {}, { value: '0' }]);
  });

  it('is refused when ranks stand in place of scores, in any order', () => {
    expect(() => read([3, 1, 2, 5, 4])).toThrow(expect.objectContaining({ code: 'ranks_not_scores' }));
    expect(read([3, 1, 2, 5, 6])).toHaveLength(5);
  });

  it('is refused when a column was moved', () => {
    expect(() => read([88, 90, 71, 60, 50], [IMPORT_HEADER[0], IMPORT_HEADER[2], IMPORT_HEADER[1], IMPORT_HEADER[3]])).toThrow(expect.objectContaining({ code: 'import_foreign', facts: { column: 2, header: '项目 Project' } }));
    const shifted = rows([88, 90, 71, 60, 50]).map((row, at) => (at === 0 ? row : { ...row, cells: ['', ...row.cells.slice(0, 3)] }));
    expect(() => readOutsideScores(shifted, known, 100)).toThrow(expect.objectContaining({ code: 'import_faulty' }));
  });

  it('is refused when a line slipped, a score is off its scale, or somebody stands there twice, naming each line', () => {
    const problems = (faulty: { number: number; cells: (string | number)[] }[]) => {
      try {
        readOutsideScores(faulty, known, 100);
        return [];
      } catch (error) {
        return (error as { facts: { problems: { path: string; code: string }[] } }).facts.problems.map(({ path, code }) => `${path} ${code}`);
      }
    };
    const sound = rows([88, 90, 71, 60, 50]).map(({ number, cells }) => ({ number, cells: [...cells] }));
    const slipped = sound.map((row, at) => (at === 0 ? row : { ...row, cells: [row.cells[0]!, sound[(at % 5) + 1]!.cells[1]!, ...row.cells.slice(2)] }));
    expect(problems(slipped)).toEqual(['2 name_differs', '3 name_differs', '4 name_differs', '5 name_differs', '6 name_differs']);
    expect(problems(sound.map((row, at) => (at === 1 ? { ...row, cells: [...row.cells.slice(0, 2), 101, 'x'] } : row)))).toEqual(['2 value_malformed', '2 note_missing']);
    expect(problems([...sound, { number: 7, cells: [...sound[1]!.cells] }])).toEqual(['7 number_twice']);
    expect(problems([sound[0]!, { number: 2, cells: ['B-9', '甲', 1, '依据'] }])).toEqual(['2 number_unknown']);
  });
});
