import { generateSync } from 'otplib';
import type { Client as DatabaseClient } from 'pg';
import { SYSTEM, type Actor } from '#libs/access';
import type { FixedClock } from '#libs/clock';
import type { Language } from '#libs/errors';
import { IdentityFacade, isStaff, type Role } from '#modules/identity';
import type { Client } from './client.js';

export interface WantedPerson {
  name?: string;
  email?: string;
  language?: Language;
  /** At a node path such as `js.yz.` (made with everything above it), or for a subject such as an organisation. */
  roles?: { role: Role; node?: string; subjectId?: string }[];
}

/** Somebody with an account, signed in, with a browser. */
export interface Person {
  id: string;
  name: string;
  email: string;
  password: string;
  /** Base32; for staff. */
  totpSecret?: string;
  client: Client;
}

export interface Workshop {
  facade: IdentityFacade;
  invite(person: { email: string; name: string; language: Language }, actor: Actor): Promise<string>;
  openNode(path: string): Promise<string>;
  wall: FixedClock;
  db: DatabaseClient;
  browser(): Client;
}

let made = 0;

/** Makes people through the same handlers and routes that real people pass: invited, a password chosen, an authenticator set up. */
export class People {
  constructor(private readonly workshop: Workshop) {}

  async make({ name, email, language = 'zh', roles = [] }: WantedPerson = {}): Promise<Person> {
    made += 1;
    const person = { name: name ?? `人员${made}`, email: email ?? `person-${made}@example.org`, language };
    const id = await this.workshop.invite(person, SYSTEM);
    for (const role of roles) await this.grant(id, role);
    const somebody: Person = { id, name: person.name, email: person.email, password: 'rain on the old canal', client: this.workshop.browser() };
    await ok(somebody.client.post('/api/invitations/acceptance', { token: await this.tokenFor(person.email), password: somebody.password }));
    await this.signIn(somebody);
    if (isStaff(roles.map(({ role }) => role))) await this.enrol(somebody);
    return somebody;
  }

  private async grant(id: string, { role, node, subjectId }: NonNullable<WantedPerson['roles']>[number]): Promise<void> {
    await this.workshop.facade.grant(id, role, node === undefined ? { subjectId } : { nodeId: await this.workshop.openNode(node) });
  }

  /** Signs in anew, in the person's browser, second factor included. */
  async signIn(person: Person): Promise<void> {
    person.client.cookies.clear();
    person.client.csrfToken = undefined;
    await ok(person.client.post('/api/session', { email: person.email, password: person.password }));
    if (person.totpSecret) await this.giveFactor(person);
  }

  /** Gives the second factor again, in the next time step. */
  async giveFactor(person: Person): Promise<void> {
    await ok(person.client.post('/api/session/second-factor', { code: this.nextCode(person.totpSecret!) }));
  }

  async enrol(person: Person): Promise<void> {
    const begun = await ok(person.client.post('/api/second-factor'));
    person.totpSecret = begun.body.secret as string;
    await ok(person.client.post('/api/second-factor/confirmation', { code: this.code(person.totpSecret) }));
  }

  /** The code of now. */
  code(secret: string): string {
    return generateSync({ secret, epoch: Math.floor(this.workshop.wall.now().getTime() / 1000) });
  }

  /** Moves the wall clock to the next time step, whose code cannot have been used, and answers that code. */
  nextCode(secret: string): string {
    this.workshop.wall.advance(30_000);
    return this.code(secret);
  }

  /** The secret of the newest letter to the address. */
  async tokenFor(email: string): Promise<string> {
    const { rows } = await this.workshop.db.query<{ link: string }>(
      `select data ->> 'link' as link from outbox where handler = 'PeopleToBeTold>CollectLetters'
       and data -> 'to' -> 'address' ->> 'email' = $1 order by id desc limit 1`,
      [email],
    );
    const token = rows[0]?.link.split('#token=')[1];
    if (!token) throw new Error(`No letter with a link went to ${email}.`);
    return token;
  }
}

async function ok<T extends { status: number; body: unknown }>(answer: Promise<T>): Promise<T> {
  const got = await answer;
  if (got.status >= 300) throw new Error(`answered ${got.status}: ${JSON.stringify(got.body)}`);
  return got;
}
