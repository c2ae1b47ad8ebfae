import { Injectable } from '@nestjs/common';
import { say, type Sentence } from '#libs/errors';
import type { ApplicationView } from '#modules/applications';
import type { FormSection, Question, Rulebook } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { OrganisationsFacade } from '#modules/organisations';
import { peopleIn, redactAnswer, redactor, type Redactor } from '../domain/blind/redact.js';
import type { Place } from './hold-sheet.js';
import type { JudgedAnswerView, JudgedApplicationView, JudgedCostView, JudgedFileView, JudgedSectionView } from './judging.view.js';

/** What is read, under the rules of which panel. */
export type Judged = Pick<Place, 'application' | 'bloc' | 'call'>;

type Answers = Readonly<Record<string, unknown>>;

/**
 * What a judge reads of an application. Blind judging leaves out the organisation, every answer that would give it away and every file, and
 * replaces in the texts that remain the names of organisations and people, numbers, addresses and codes.
 */
@Injectable()
export class ShowApplication {
  constructor(
    private readonly documents: DocumentsFacade,
    private readonly organisations: OrganisationsFacade,
  ) {}

  async run(place: Judged): Promise<JudgedApplicationView> {
    const shown = await this.shown(place);
    return place.bloc.blind === 'open' ? shown : (redactAnswer(shown, await this.redactorOf(place)) as JudgedApplicationView);
  }

  private async redactorOf({ application, call }: Judged): Promise<Redactor> {
    const organisations = await this.organisations.many([application.organisationId, ...application.coOrganisationIds]);
    const [own, others] = [organisations.filter(({ id }) => id === application.organisationId), organisations.filter(({ id }) => id !== application.organisationId)];
    const names = (list: typeof organisations) => list.map(({ name }) => name);
    return redactor({ applicants: [application.organisationName, ...names(own)], partners: names(others), people: [...organisations.map(({ legalRepresentative }) => legalRepresentative), ...peopleIn(application, call.rulebook)], projectName: application.projectName });
  }

  private async shown(place: Judged): Promise<JudgedApplicationView> {
    const { application, bloc, call } = place;
    const { projectName, requestedFen, totalFen, answers } = application;
    const blind = bloc.blind !== 'open';
    const given = call.rulebook.form.sections.flatMap((section) => section.questions.filter(({ key }) => answers[section.key]?.[key] !== undefined));
    const files = await this.filesOf(judgedFiles(place));
    const sections = call.rulebook.form.sections.map((section) => sectionOf(section, answers[section.key] ?? {}, blind, files)).filter((section) => section.answers.length > 0);
    return {
      projectName, requestedFen, totalFen, sections, organisationName: blind ? null : application.organisationName,
      category: call.rulebook.categories.find(({ key }) => key === application.categoryKey)?.title ?? say('', ''),
      budget: costsOf(application, call.rulebook), hidden: blind ? given.filter((question) => givesAway(question)).length : 0,
    };
  }

  private async filesOf(ids: readonly string[]): Promise<ReadonlyMap<string, JudgedFileView>> {
    const found = ids.length > 0 ? await this.documents.many(ids) : [];
    return new Map(found.map(({ id, name, mediaType, bytes, openable, scanLabel }) => [id, { id, name, mediaType, bytes, openable, scanLabel }]));
  }
}

const givesAway = ({ identifying, kind }: Question): boolean => identifying === true || kind === 'file';

/** The files that a judge may open in her place: none where judging is blind. */
export function judgedFiles({ application, bloc, call }: Judged): string[] {
  if (bloc.blind !== 'open') return [];
  return call.rulebook.form.sections.flatMap((section) => section.questions.filter(({ kind }) => kind === 'file').flatMap(({ key }) => idsOf(application.answers[section.key]?.[key])));
}

const idsOf = (answer: unknown): string[] => (Array.isArray(answer) ? answer.filter((id) => typeof id === 'string') : []);

function sectionOf({ key, title, questions }: FormSection, given: Answers, blind: boolean, files: ReadonlyMap<string, JudgedFileView>): JudgedSectionView {
  const shown = questions.filter((question) => given[question.key] !== undefined && !(blind && givesAway(question)));
  return { key, title, answers: shown.map((question) => answerOf(question, given[question.key], files)) };
}

const answerOf = (question: Question, answer: unknown, files: ReadonlyMap<string, JudgedFileView>): JudgedAnswerView => ({
  question, answer, files: question.kind === 'file' ? idsOf(answer).flatMap((id) => files.get(id) ?? []) : [],
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
