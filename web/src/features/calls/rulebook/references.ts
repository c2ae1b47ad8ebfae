import type { Rulebook } from '../../../api/index.js';
import type { Path } from './paths.js';
import { valueAt } from './paths.js';

export interface Option {
  readonly value: string;
  readonly label: { readonly zh: string; readonly en: string };
}

type Titled = { readonly key: string; readonly title?: Option['label']; readonly text?: Option['label'] };
type Finder = (book: Rulebook, path: Path) => readonly Titled[] | undefined;

const JUDGED = ['written_review', 'roadshow', 'revival', 'mass_vote', 'site_check', 'negotiation'];
const moneySources: Finder = (book) => book.budget?.sources;
const costs: Finder = (book) => book.budget?.costs;
const scoreStages: Finder = (book) => book.scoring?.stages;
const categories: Finder = (book) => book.categories;
const boards: Finder = (book) => book.boards;

/** The score stage, and with it the blocs, that a comparison between equals names. */
const namedStage = (book: Rulebook, path: Path) => {
  const { stage } = (valueAt(book, path.slice(0, -1)) ?? {}) as { stage?: string };
  return book.scoring?.stages?.find(({ key }) => key === stage);
};
const namedBloc = (book: Rulebook, path: Path) => {
  const { bloc } = (valueAt(book, path.slice(0, -1)) ?? {}) as { bloc?: string };
  return namedStage(book, path)?.blocs?.find(({ key }) => key === bloc);
};

/** Places whose value names something else in the rulebook: people choose it by its title. */
const FINDERS: Readonly<Record<string, Finder>> = {
  'applicants.nominations.*.category': categories,
  'boards.*.categories': categories,
  'form.sections.*.boards': boards,
  'budget.rules.*.boards': boards,
  'scoring.stages.*.blocs.*.boards': boards,
  'eligibility.*.evidence': (book) => questionsOf(book).filter(({ kind }) => kind === 'file'),
  'budget.rules.*.source': (book) => book.sources,
  'budget.rules.*.appliesTo': moneySources,
  'budget.rules.*.of.sources': moneySources,
  'budget.rules.*.base.sources': moneySources,
  'budget.rules.*.of.costs': costs,
  'budget.rules.*.base.costs': costs,
  'budget.rules.*.costs': costs,
  'scoring.stages.*.stage': (book) => book.stages?.filter(({ kind }) => JUDGED.includes(kind)),
  'scoring.bonuses.*.preferences': (book) => book.preferences,
  'scoring.tieBreak.*.stage': scoreStages,
  'scoring.tieBreak.*.bloc': (book, path) => namedStage(book, path)?.blocs,
  'scoring.tieBreak.*.criterion': (book, path) => namedBloc(book, path)?.criteria,
  'roadshow.stage': (book) => book.stages?.filter(({ kind }) => kind === 'roadshow'),
  'allocation.minimumShares.*.categories': categories,
  'tranches.tranches.*.conditions.*.milestone': (book) => book.milestones,
  'tranches.tranches.*.conditions.*.evaluation': (book) => book.evaluations,
};

export function questionsOf(book: Rulebook) {
  return (book.form?.sections ?? []).flatMap(({ questions }) => questions ?? []);
}

/** What may be chosen at a place; `null` where the value names nothing. */
export function optionsAt(pattern: string, path: Path, book: Rulebook): readonly Option[] | null {
  const find = FINDERS[pattern];
  if (!find) return null;
  return (find(book, path) ?? []).map(({ key, title, text }) => ({ value: key, label: title ?? text ?? { zh: key, en: key } }));
}
