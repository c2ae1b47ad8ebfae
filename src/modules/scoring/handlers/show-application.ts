import { Injectable } from '@nestjs/common';
import { say, type Sentence } from '#libs/errors';
import type { ApplicationView } from '#modules/applications';
import type { FormSection, Question, Rulebook } from '#modules/calls';
import { judgedName } from '../domain/blind/judged-name.js';
import { redactAnswer, redactor } from '../domain/blind/redact.js';
import { givesAway, idsOf, type Judged } from './judged.js';
import { ReadNames } from './read-names.js';
import { ShowFiles } from './show-files.js';
import type { JudgedAnswerView, JudgedApplicationView, JudgedCostView, JudgedFileView, JudgedSectionView } from './judging.view.js';

type Answers = Readonly<Record<string, unknown>>;

/**
 * What a judge reads of an application. Blind judging leaves out the organisation, every answer that would give it away and every file, and
 * replaces in the texts that remain the names of organisations and people, numbers, addresses and codes.
 */
@Injectable()
export class ShowApplication {
  constructor(
    private readonly files: ShowFiles,
    private readonly names: ReadNames,
  ) {}

  async run(place: Judged): Promise<JudgedApplicationView> {
    const shown = await this.shown(place);
    if (place.bloc.blind === 'open') return shown;
    const hidden = redactAnswer({ ...shown, projectName: '' }, redactor(await this.names.of(place))) as JudgedApplicationView;
    return { ...hidden, projectName: judgedName(place.bloc, place.application) };
  }

  private async shown(place: Judged): Promise<JudgedApplicationView> {
    const { application, bloc, call } = place;
    const { projectName, requestedFen, totalFen, answers } = application;
    const blind = bloc.blind !== 'open';
    const given = call.rulebook.form.sections.flatMap((section) => section.questions.filter(({ key }) => answers[section.key]?.[key] !== undefined));
    const files = await this.files.list(place);
    const sections = call.rulebook.form.sections.map((section) => sectionOf(section, answers[section.key] ?? {}, blind, files)).filter((section) => section.answers.length > 0);
    return {
      projectName, requestedFen, totalFen, sections, organisationName: blind ? null : application.organisationName,
      category: call.rulebook.categories.find(({ key }) => key === application.categoryKey)?.title ?? say('', ''),
      budget: costsOf(application, call.rulebook), hidden: blind ? given.filter((question) => givesAway(question)).length : 0,
    };
  }
}

function sectionOf({ key, title, questions }: FormSection, given: Answers, blind: boolean, files: ReadonlyMap<string, JudgedFileView>): JudgedSectionView {
  const shown = questions.filter((question) => given[question.key] !== undefined && !(blind && givesAway(question)));
  return { key, title, answers: shown.map((question) => answerOf(question, given[question.key], files)) };
}

const answerOf = (question: Question, answer: unknown, files: ReadonlyMap<string, JudgedFileView>): JudgedAnswerView => ({
  question, answer: question.kind === 'file' ? idsOf(answer).filter((id) => files.has(id)) : answer, files: question.kind === 'file' ? idsOf(answer).flatMap((id) => files.get(id) ?? []) : [],
});

const titleIn = (list: readonly { key: string; title: Sentence }[], key: string): Sentence => list.find((one) => one.key === key)?.title ?? say(key, key);

/** The lines of the budget as they were written, beside what each comes to. */
function costsOf({ budget, answers }: ApplicationView, { budget: rules, form }: Rulebook): JudgedCostView[] {
  const section = form.sections.find(({ questions }) => questions.some(({ kind }) => kind === 'budget'));
  const key = section?.questions.find(({ kind }) => kind === 'budget')?.key;
  const rows = section && key ? answers[section.key]?.[key] : undefined;
  return budget.map(({ item, category, source, amountFen }, at) => ({
    item, category: titleIn(rules.costs, category), source: titleIn(rules.sources, source), amountFen, ...reckoning(Array.isArray(rows) ? rows[at] : undefined, amountFen),
  }));
}

type Reckoning = Pick<JudgedCostView, 'unitFen' | 'unit' | 'quantity' | 'days' | 'note'>;

function reckoning(row: unknown, amountFen: number): Reckoning {
  const { unitFen = amountFen, unit = '', quantity = 1, days = null, note = '' } = (row ?? {}) as Partial<Reckoning>;
  return { unitFen, unit, quantity, days, note };
}
