import { defineEvent } from '#libs/events';

export interface ProjectNews {
  readonly projectId: string;
  readonly callId: string;
  readonly organisationId: string;
  readonly nodePath: string;
  readonly awardedFen: number;
}

export const ProjectOpened = defineEvent<ProjectNews>('ProjectOpened');
/** Days in Asia/Shanghai. */
export const ProjectContracted = defineEvent<ProjectNews & { readonly signedOn: string; readonly startsOn: string; readonly endsOn: string }>('ProjectContracted');
export const ProjectSettled = defineEvent<ProjectNews>('ProjectSettled');
export const ProjectTerminated = defineEvent<ProjectNews>('ProjectTerminated');
/** Work and payments stop, until it is resumed; the reason stands on the project. */
export const ProjectSuspended = defineEvent<ProjectNews>('ProjectSuspended');
export const ProjectResumed = defineEvent<ProjectNews>('ProjectResumed');

/** By the names that the lifecycle tells. */
export const PROJECT_EVENTS = { ProjectContracted, ProjectSettled, ProjectTerminated, ProjectSuspended, ProjectResumed };
