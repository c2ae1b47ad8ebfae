import { dayOf } from '#libs/calendar';
import type { RegistrationLevel } from '#modules/calls';
import type { PastAward } from './applicant-facts.js';

interface Tallied {
  readonly callId: string;
  readonly won: readonly { applicationId: string; projectName: string; nodePath: string; announcedAt: string; projectStatus: string | null; projectSince: string | null }[];
}

const LEVELS: readonly (RegistrationLevel | null)[] = [null, 'province', 'city', 'district'];

/** The awards as the rules ask about them. @param programme the calls of the programme, this one included */
export function pastAwards(tally: readonly Tallied[], programme: readonly string[]): PastAward[] {
  return tally.flatMap(({ callId, won }) => won.map(({ applicationId, projectName, nodePath, announcedAt, projectStatus, projectSince }) => ({
    applicationId, projectName, announcedOn: dayOf(new Date(announcedAt)), sameProgramme: programme.includes(callId),
    level: LEVELS[nodePath.split('.').filter(Boolean).length] ?? null,
    project: projectStatus === null ? null : { status: projectStatus, since: dayOf(new Date(projectSince!)) },
  })));
}
