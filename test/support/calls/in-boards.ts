import type { Fen } from '#libs/money';
import type { Board, Rulebook } from '#modules/calls';

/** Yangzhou 2021 as a contest of two boards: women’s ends three days earlier, asks a question and keeps a cost rule of its own, and has its own panel. */
export function inBoards(book: Rulebook): Rulebook {
  const board = (key: string, zh: string, categories: string[], rest: Omit<Board, 'key' | 'title' | 'categories'>): Board => ({ key, title: { zh, en: key }, categories, ...rest });
  const boards = [
    board('children', '儿童板块', ['child-protection', 'child-safety'], { poolFen: 30_000_000 as Fen, awards: 6 }),
    board('women', '妇女板块', ['volunteers', 'fund-study'], { poolFen: 20_000_000 as Fen, awards: 4, owner: { zh: '市妇联', en: 'The federation' }, closesAt: new Date(Date.parse(book.deadline.at) - 3 * 86_400_000).toISOString().replace('.000Z', 'Z') }),
  ];
  const text = { zh: '本板块不资助外出参观', en: 'This board funds no excursions' };
  const own = { kind: 'forbidden' as const, id: 'B6' as const, text, source: null, appliesTo: [book.budget.sources[0]!.key], effect: 'refuse' as const, costs: [], words: ['参观'], boards: ['women'] };
  const asked = book.form.sections.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'short_text')!;
  const section = { key: 'of-women', title: { zh: '妇女板块专项', en: 'For the women’s board' }, boards: ['women'], questions: [{ ...asked, key: 'own-question', prefill: undefined, required: true }] };
  const stages = book.scoring.stages.map((stage) => {
    const [bloc] = stage.blocs as [Rulebook['scoring']['stages'][number]['blocs'][number]];
    return { ...stage, blocs: [{ ...bloc, boards: ['children'] }, { ...bloc, key: 'of-women', title: { zh: '妇女板块评委', en: 'Judges of the women’s board' }, boards: ['women'] }] };
  });
  const changed = { ...book, origin: 'authored', boards, form: { ...book.form, sections: [...book.form.sections, section] }, budget: { ...book.budget, rules: [...book.budget.rules, own] }, scoring: { ...book.scoring, stages } };
  return JSON.parse(JSON.stringify(changed)) as Rulebook;
}
