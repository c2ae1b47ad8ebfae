import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Somebody of the demo programme, as the first start has written her down. */
export interface DemoPerson {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Base32 key of the authenticator; absent for whoever has none. */
  readonly secret?: string;
  /** The rounds in which something waits for her. */
  readonly waits?: readonly { readonly call: string; readonly callId: string; readonly what: string }[];
}

const folder = (): string => process.env['E2E_DATA_DIR'] ?? '.data';

/** All of them. @throws when the demo has not been loaded into the data folder (`E2E_DATA_DIR`) */
export function demoPeople(): readonly DemoPerson[] {
  const file = join(folder(), 'demo-accounts.json');
  if (!existsSync(file)) throw new Error(`The demo programme is not loaded: ${file} is missing.`);
  return JSON.parse(readFileSync(file, 'utf8')) as DemoPerson[];
}

/** The person with this address, or the first one of this role. */
export function demoPerson(who: string): DemoPerson {
  const found = demoPeople().find(({ email, role }) => (who.includes('@') ? email === who : role === who));
  if (!found) throw new Error(`Nobody in the demo is “${who}”.`);
  return found;
}
