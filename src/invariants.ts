import { Client } from 'pg';
import { auditInvariants } from '#libs/audit';
import { ledgerInvariants } from '#libs/ledger';
import { applicationsInvariants } from '#modules/applications';
import { awardsInvariants } from '#modules/awards';
import { callsInvariants } from '#modules/calls';
import { contractsInvariants } from '#modules/contracts';
import { documentsInvariants } from '#modules/documents';
import { fundsInvariants } from '#modules/funds';
import { identityInvariants } from '#modules/identity';
import { milestonesInvariants } from '#modules/milestones';
import { notificationsInvariants } from '#modules/notifications';
import { organisationsInvariants } from '#modules/organisations';
import { projectsInvariants } from '#modules/projects';
import { reportingInvariants } from '#modules/reporting';
import { roadshowsInvariants } from '#modules/roadshows';
import { scoringInvariants } from '#modules/scoring';

/** Every standing invariant of the libraries and the modules: a row that its query finds is a row that must not exist. */
export const INVARIANTS: readonly { name: string; sql: string }[] = [
  ...ledgerInvariants,
  ...auditInvariants,
  ...identityInvariants,
  ...documentsInvariants,
  ...notificationsInvariants,
  ...organisationsInvariants,
  ...callsInvariants,
  ...applicationsInvariants,
  ...awardsInvariants,
  ...projectsInvariants,
  ...contractsInvariants,
  ...milestonesInvariants,
  ...fundsInvariants,
  ...scoringInvariants,
  ...roadshowsInvariants,
  ...reportingInvariants,
];

/** Asks every invariant of a database. @param url of the owner, who may read everything */
export async function brokenInvariants(url: string): Promise<{ name: string; rows: unknown[] }[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const broken: { name: string; rows: unknown[] }[] = [];
    for (const { name, sql } of INVARIANTS) {
      const { rows } = await client.query<Record<string, unknown>>(sql);
      if (rows.length > 0) broken.push({ name, rows: rows.slice(0, 3) });
    }
    return broken;
  } finally {
    await client.end();
  }
}
