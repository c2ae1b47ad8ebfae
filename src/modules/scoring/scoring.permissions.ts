import { any, hasRole, type Actor } from '#libs/access';

export const JUDGES = ['expert', 'roadshow_judge'] as const;
export const mayJudge = hasRole(...JUDGES);
export const mayRunScoring = hasRole('officer');
export const mayWatchScoring = any(hasRole('officer', 'auditor'));

export const runs = (actor: Actor, { nodePath }: { nodePath: string }): boolean => actor.holdsAt(nodePath, 'officer');
export const watches = (actor: Actor, { nodePath }: { nodePath: string }): boolean => actor.holdsAt(nodePath, 'officer', 'auditor');
