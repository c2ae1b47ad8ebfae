import { dayOf, type CalendarBook, type Day } from '#libs/calendar';
import { DomainError, say } from '#libs/errors';
import type { RulebookProblem } from './rulebook/checks/problem-catalogue.js';
import type { Rulebook, Stage } from './rulebook/rulebook.js';
import { validateRulebook, type RulebookReport } from './rulebook/validate-rulebook.js';

const DEEPEST = 60;

const TOO_DEEP: RulebookProblem = {
  path: '', code: 'too_deep', severity: 'error', sentence: say('嵌套层数过多', 'It is nested too deeply'),
};
const UNREADABLE: RulebookProblem = {
  path: '', code: 'unreadable_text', severity: 'error', sentence: say('含有无法保存的字符', 'It holds characters that cannot be kept'),
};

/**
 * Judges any JSON as the rulebook of a call: its shape, its meaning, the window for applications, and whether the working
 * days of the public notice can be counted. It never throws, whatever it is given.
 */
export function examineRulebook(json: unknown, calendar: CalendarBook): RulebookReport {
  const unkept = keepable(json);
  if (unkept) return { problems: [unkept], rulebook: null };
  const report = validateRulebook(json);
  if (!report.rulebook) return report;
  const problems = [...report.problems, ...windowProblems(report.rulebook), ...publicityProblems(report.rulebook, calendar)];
  const sound = problems.every((problem) => problem.severity !== 'error');
  return { problems, rulebook: sound ? report.rulebook : null };
}

/** Why a JSON value cannot be kept at all: too deep for those who walk it, or text that PostgreSQL or UTF-8 refuses. */
export function keepable(json: unknown): RulebookProblem | null {
  let layer: unknown[] = [json];
  for (let depth = 0; layer.length > 0; depth += 1) {
    if (depth > DEEPEST) return TOO_DEEP;
    const texts = layer.flatMap((value) => (typeof value === 'object' && value !== null ? Object.keys(value) : value));
    if (texts.some((text) => typeof text === 'string' && (text.includes('\0') || !text.isWellFormed()))) return UNREADABLE;
    layer = layer.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return null;
}

/** The stage in which applications are taken; a sound rulebook has exactly one. */
export const applicationStage = (book: Rulebook): Stage | undefined => book.stages.find((stage) => stage.kind === 'application');

function windowProblems(book: Rulebook): RulebookProblem[] {
  const stage = applicationStage(book);
  const path = `stages.${stage ? book.stages.indexOf(stage) : 0}.opensAt`;
  if (!stage?.opensAt) return [{ path, code: 'opening_missing', severity: 'error', sentence: say('须写明申报开始时间', 'The opening of applications must be stated') }];
  if (Date.parse(stage.opensAt) < Date.parse(book.deadline.at)) return [];
  return [{ path, code: 'window_empty', severity: 'error', sentence: say('申报开始时间不早于截止时间', 'Applications open no earlier than they close') }];
}

/** The notice's term, counted from the day on which the rulebook plans it. */
function publicityProblems(book: Rulebook, calendar: CalendarBook): RulebookProblem[] {
  const stage = book.stages.find(({ kind }) => kind === 'publicity');
  const start = dayOf(new Date(stage?.opensAt ?? book.deadline.at));
  const { days, unit, countFirstDay } = book.publicity.awards.term;
  try {
    const { last } = calendar.period({ start, days, unit, countFirstDay });
    return stage ? shortStage(book, stage, last) : [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { sentence, facts } = error;
    return [{ path: 'publicity.awards.term', code: 'publicity_not_countable', severity: 'error', sentence, facts }];
  }
}

function shortStage(book: Rulebook, stage: Stage, last: Day): RulebookProblem[] {
  if (!stage.closesAt || dayOf(new Date(stage.closesAt)) >= last) return [];
  return [{
    path: `stages.${book.stages.indexOf(stage)}.closesAt`, code: 'publicity_stage_too_short', severity: 'warning', facts: { last },
    sentence: say('公示期按工作日计算至 {last}，晚于所列结束日期', 'Counted in working days the notice ends on {last}, later than planned here'),
  }];
}
