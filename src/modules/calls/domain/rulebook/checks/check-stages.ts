import type { Rulebook, Stage } from '../rulebook.js';
import { problem } from './problem-catalogue.js';
import type { Problems } from './problem-catalogue.js';

function instant(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

function* datesOf(stage: Stage, path: string): Problems {
  const [opens, closes] = [instant(stage.opensAt), instant(stage.closesAt)];
  if (opens !== null && closes !== null && closes < opens) {
    yield problem('stage_dates_reversed', `${path}.closesAt`, { stage: stage.title });
  }
}

/** Stages may overlap (in Haishu publicity and optimisation ran together), but none begins before the one above it. */
function* order(stages: readonly Stage[]): Problems {
  let latest = -Infinity;
  for (const [index, stage] of stages.entries()) {
    yield* datesOf(stage, `stages.${index}`);
    const opens = instant(stage.opensAt);
    if (opens === null) continue;
    if (opens < latest) yield problem('stage_out_of_order', `stages.${index}.opensAt`, { stage: stage.title });
    latest = Math.max(latest, opens);
  }
}

/** C1: dates in order, one application stage, and a deadline that ends it. */
export function* checkStages(book: Rulebook): Problems {
  yield* order(book.stages);
  const applications = book.stages.filter((stage) => stage.kind === 'application');
  const [application] = applications;
  if (application === undefined || applications.length > 1) {
    yield problem('application_stage_not_single', 'stages');
    return;
  }
  if (instant(application.closesAt) !== instant(book.deadline.at)) yield problem('deadline_not_stage_end', 'deadline.at');
  if (book.deadline.questionsUntil !== undefined && Date.parse(book.deadline.questionsUntil) > Date.parse(book.deadline.at)) yield problem('questions_after_deadline', 'deadline.questionsUntil');
}
