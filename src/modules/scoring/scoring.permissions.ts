import { any, hasRole, type Actor } from '#libs/access';

export const JUDGES = ['expert', 'roadshow_judge'] as const;
export const mayJudge = hasRole(...JUDGES);
export const mayRunScoring = hasRole('officer');
export const mayWatchScoring = any(hasRole('officer', 'auditor'));

export const runs = (actor: Actor, { nodePath }: { nodePath: string }): boolean => actor.holdsAt(nodePath, 'officer');
export const watches = (actor: Actor, { nodePath }: { nodePath: string }): boolean => actor.holdsAt(nodePath, 'officer', 'auditor');

/** Where the person watches scoring; whatever lies below goes with it, and nothing above. */
export const placesWatchedBy = ({ roles }: Actor): string[] => roles.flatMap(({ role, nodePath }) => ((role === 'officer' || role === 'auditor') && nodePath ? [nodePath] : []));

/** Hidden data are opened by three people: an officer or a blind judge asks, an administrator grants, an auditor looks at it afterwards. */
export const mayGrantEmergency = hasRole('administrator');
export const mayReviewEmergency = hasRole('auditor');
export const mayKnowOfEmergencies = any(hasRole('officer', 'expert', 'roadshow_judge', 'administrator', 'auditor'));
/** An auditor watches and reviews; she neither asks, looks nor ends. */
export const mayLookInEmergency = hasRole('officer', ...JUDGES);
export const mayEndEmergency = hasRole('officer', ...JUDGES, 'administrator');
export const EMERGENCY_WATCHERS = ['administrator', 'auditor'] as const;
export const administers = (actor: Actor, { nodePath }: { nodePath: string }): boolean => actor.holdsAt(nodePath, 'administrator');
export const audits = (actor: Actor, { nodePath }: { nodePath: string }): boolean => actor.holdsAt(nodePath, 'auditor');
