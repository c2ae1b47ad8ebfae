import type { ScoreBloc } from '#modules/calls';

type Rules = Pick<ScoreBloc, 'blind' | 'projectNames'>;

/** Whether a judge of the bloc reads the number in place of the project's name. */
export const namesAreRedacted = ({ blind, projectNames }: Rules): boolean => blind !== 'open' && projectNames === 'redacted';

/** The project's name as a judge of the bloc reads it. */
export const judgedName = (bloc: Rules, { number, projectName }: { readonly number: string | null; readonly projectName: string }): string =>
  namesAreRedacted(bloc) ? (number ?? '') : projectName;

/** How it stands in a list: where judging is blind the number leads. */
export const nameFor = (bloc: Rules, application: { readonly number: string | null; readonly projectName: string }): string =>
  bloc.blind === 'open' || namesAreRedacted(bloc) ? judgedName(bloc, application) : `${application.number} ${application.projectName}`;
