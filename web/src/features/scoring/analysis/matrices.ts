import type { BlocAnalysisView } from '../../../api/index.js';
import type { Sentence } from '../../../ui/index.js';
import type { Matrix, Strip } from './analysis-charts.js';

/** A bloc with its board, where there are boards: each is a field of its own. */
export const headOf = ({ board, title }: BlocAnalysisView, say: (sentence: Sentence) => string): string => (board ? `${say(board.title)} · ${say(title)}` : say(title));

/** What each judge gave, project by project. */
export const stripsOf = ({ judges, applications }: BlocAnalysisView): Strip[] =>
  judges.map(({ alias, name, middle }) => ({
    name, middle, points: applications.flatMap(({ projectName, scores }) => scores.filter((one) => one.alias === alias).map(({ score }) => ({ score, project: projectName }))),
  }));

const nameIn = ({ judges }: BlocAnalysisView, alias: string): string => judges.find((judge) => judge.alias === alias)?.name ?? alias;

export function usesMatrix(bloc: BlocAnalysisView, say: (sentence: Sentence) => string): Matrix {
  const { judges, criteria, uses } = bloc;
  return {
    columns: criteria.map(({ title }) => say(title)), rows: judges.map(({ name }) => name), low: 40, high: 100,
    cells: uses.map(({ alias, criterion, percent }) => [criteria.findIndex(({ key }) => key === criterion), judges.findIndex((judge) => judge.alias === alias), percent]),
  };
}

/** Symmetric, empty on the diagonal. */
export function agreementMatrix(bloc: BlocAnalysisView): Matrix {
  const aliases = bloc.judges.map(({ alias }) => alias);
  const names = aliases.map((alias) => nameIn(bloc, alias));
  const cells = bloc.agreements.flatMap(({ a, b, tau }): Matrix['cells'] => {
    const [one, other] = [aliases.indexOf(a), aliases.indexOf(b)];
    return [[one, other, tau], [other, one, tau]];
  });
  return { columns: names, rows: names, cells, low: -0.2, high: 1 };
}
