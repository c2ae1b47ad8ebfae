import type { ApplicationStatus } from '../domain/application-status.js';

/** What staff narrow a list to. */
export interface ApplicationFilter {
  readonly callId?: string;
  /** Any of these calls. */
  readonly callIds?: readonly string[];
  /** What was submitted in these calls is not shown yet. */
  readonly sealed?: readonly string[];
  readonly status?: ApplicationStatus;
  readonly categoryKey?: string;
  /** What is asked for, as `parseFilter` reads it: words of the number, the project and the organisation, and fields by name. */
  readonly words?: string;
}
