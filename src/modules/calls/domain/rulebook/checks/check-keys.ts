import type { Rulebook } from '../rulebook.js';
import { problem } from './problem-catalogue.js';
import type { Problems } from './problem-catalogue.js';

type Named = { key: string } | { id: string };

function* repeated(path: string, items: readonly Named[]): Problems {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const key = 'key' in item ? item.key : item.id;
    if (seen.has(key)) yield problem('key_repeated', `${path}.${index}`, { key });
    seen.add(key);
  }
}

function* repeatedInScoring(book: Rulebook): Problems {
  yield* repeated('scoring.stages', book.scoring.stages);
  yield* repeated('scoring.bonuses', book.scoring.bonuses);
  for (const [s, stage] of book.scoring.stages.entries()) {
    yield* repeated(`scoring.stages.${s}.blocs`, stage.blocs);
    for (const [b, bloc] of stage.blocs.entries()) {
      yield* repeated(`scoring.stages.${s}.blocs.${b}.criteria`, bloc.criteria);
    }
  }
}

function* repeatedInForm(book: Rulebook): Problems {
  yield* repeated('form.sections', book.form.sections);
  const seen = new Set<string>();
  for (const [s, section] of book.form.sections.entries()) {
    for (const [q, question] of section.questions.entries()) {
      const { key } = question;
      if (seen.has(key)) yield problem('key_repeated', `form.sections.${s}.questions.${q}`, { key });
      seen.add(key);
    }
  }
}

/** Names are unique in their list; question keys in the whole form; each eligibility rule stands once. */
export function* checkKeys(book: Rulebook): Problems {
  yield* repeated('stages', book.stages);
  yield* repeated('categories', book.categories);
  yield* repeated('boards', book.boards ?? []);
  yield* repeated('eligibility', book.eligibility);
  yield* repeated('preferences', book.preferences);
  yield* repeatedInForm(book);
  yield* repeated('budget.sources', book.budget.sources);
  yield* repeated('budget.costs', book.budget.costs);
  yield* repeatedInScoring(book);
  yield* repeated('contract.parties', book.contract.parties);
  yield* repeated('tranches.tranches', book.tranches.tranches);
  yield* repeated('milestones', book.milestones);
  yield* repeated('evaluations', book.evaluations);
  yield* repeated('sanctions', book.sanctions);
  yield* repeated('sources', book.sources);
  if (book.supplementTo === book.code) yield problem('supplement_of_itself', 'supplementTo');
}
