import { say, type Sentence } from '#libs/errors';
import type { Application } from '../domain/application.js';
import { applicationLifecycle } from '../domain/application.lifecycle.js';
import { OUTCOMES, type ApplicationStatus } from '../domain/application-status.js';

/** `outside`: as the applicant sees it, who learns of outcomes when they are announced. */
export type Audience = 'staff' | 'outside';

/** Decided and not announced is, for the applicant, still under review. */
export const shownStatus = ({ status, announcedAt }: Pick<Application, 'status' | 'announcedAt'>, audience: Audience): ApplicationStatus =>
  audience === 'outside' && announcedAt === null && OUTCOMES.includes(status) ? 'in_review' : status;

/** The notice has run its term and nothing stands against the award any more. */
const AWARD_CONFIRMED = say('已立项', 'Awarded');

const isConfirmed = ({ status, outcome, announcedAt }: Pick<Application, 'status' | 'outcome' | 'announcedAt'>): boolean =>
  status === 'awarded' && announcedAt !== null && outcome?.kind === 'awarded' && outcome.confirmed === true;

/** Once announced an outcome has its own name for everybody. */
export const labelOf = (status: ApplicationStatus, { announcedAt }: Pick<Application, 'announcedAt'>, audience: Audience): Sentence =>
  applicationLifecycle.label(status, announcedAt === null ? audience : 'staff');

/** What a row is called in lists and exports. */
export const labelOfRow = (application: Pick<Application, 'status' | 'outcome' | 'announcedAt'>, audience: Audience): Sentence =>
  isConfirmed(application) ? AWARD_CONFIRMED : labelOf(shownStatus(application, audience), application, audience);
