import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import { Client as DatabaseClient } from 'pg';
import { SYSTEM } from '#libs/access';
import { Clock, FixedClock, WallClock } from '#libs/clock';
import { readConfig, type AppConfig } from '#libs/config';
import { DatabaseTime } from '#libs/database';
import { fastifyAdapter, setUpHttp } from '#libs/http';
import { Drain, PlanRepeatedJob } from '#libs/jobs';
import { IdentityFacade } from '#modules/identity';
import { AppModule } from '../../src/app.module.js';
import { INVARIANTS } from '../../src/invariants.js';
import { InviteAccount } from '../../src/modules/identity/handlers/invite-account.js';
import { OpenNode } from '../../src/modules/identity/handlers/open-node.js';
import { NodeStore } from '../../src/modules/identity/store/node.store.js';
import { Client } from './client.js';
import { createTestDatabase } from './database.js';
import { CollectLetters } from './letters.js';
import { People, type Person, type WantedPerson } from './people.js';

export type { Answer } from './client.js';
export type { Person, WantedPerson } from './people.js';
export { Client, FixedClock };

const KINDS = ['province', 'city', 'district', 'town', 'village'] as const;
const NAMES: Record<string, string> = { js: '江苏省妇联', yz: '扬州市妇联', gl: '广陵区妇联', hj: '邗江区妇联' };
const START = '2026-03-02T01:00:00Z';

export interface BootOptions {
  /** The clock of the programme, also for `DatabaseTime`; 2 March 2026, 9:00 in Beijing when left out. */
  clock?: FixedClock;
  /** Settings that differ from a test's, such as `{ sandbox: true }`. */
  config?: Partial<AppConfig>;
  /** Puts test doubles of ports in place. */
  adjust?: (builder: TestingModuleBuilder) => TestingModuleBuilder;
}

/** The whole application on a database of its own, without sockets and without workers. */
export interface TestApp {
  nest: NestFastifyApplication;
  /** The clock of the programme. */
  clock: FixedClock;
  /** The request at hand arrived then, however late it is now; null: just now. */
  arrive(at: Date | null): void;
  /** The clock that sessions and second factors go by. */
  wall: FixedClock;
  /** The owner of the tables, for assertions; the application itself works under its own role. */
  db: DatabaseClient;
  databaseUrl: string;
  dataDir: string;
  http: {
    /** The browser of a person. */
    as(person: Person): Client;
    /** A browser in which nobody is signed in: a new one each time. */
    readonly anonymous: Client;
  };
  people: People;
  /** Somebody with an account, these roles, a passed second factor and a browser. */
  person(wanted?: WantedPerson): Promise<Person>;
  /** The id of the node with this path, made with everything above it when missing. */
  node(path: string): Promise<string>;
  /** Makes every due effect of the outbox; answers how many. */
  drain(): Promise<number>;
  /** Does what the clock does at its minute: runs the repeated job with this name, and all that follows from it. */
  repeat(job: string): Promise<void>;
  letters: CollectLetters;
  expectInvariants(): Promise<void>;
  close(): Promise<void>;
}

export async function bootApp(options: BootOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'qiongxiang-suite-'));
  const clock = options.clock ?? new FixedClock(START);
  const wall = new FixedClock(START);
  let arrived: Date | null = null;
  const nest = await boot({ databaseUrl: database.appUrl, dataDir, clock, wall, arrival: () => arrived ?? clock.now() }, options);
  const db = new DatabaseClient({ connectionString: database.ownerUrl });
  await db.connect();
  const node = (path: string) => openNode(nest, path);
  const browser = () => new Client(nest);
  const people = new People({
    facade: nest.get(IdentityFacade), wall, db, browser, openNode: node,
    invite: (person, actor) => nest.get(InviteAccount, { strict: false }).run(person, actor),
  });
  return {
    nest, clock, wall, db, dataDir, people, node,
    databaseUrl: database.appUrl,
    arrive: (at) => (arrived = at),
    http: {
      as: (person) => person.client,
      get anonymous() {
        return browser();
      },
    },
    person: (wanted) => people.make(wanted),
    drain: () => nest.get(Drain, { strict: false }).run(),
    repeat: async (job) => {
      await nest.get(PlanRepeatedJob, { strict: false }).run(job, clock.now());
      await nest.get(Drain, { strict: false }).run();
    },
    letters: nest.get(CollectLetters),
    expectInvariants: () => expectInvariants(db),
    close: async () => {
      await db.end();
      await nest.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

interface Ground {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly clock: FixedClock;
  readonly wall: FixedClock;
  readonly arrival: () => Date;
}

async function boot({ databaseUrl, dataDir, clock, wall, arrival }: Ground, options: BootOptions): Promise<NestFastifyApplication> {
  const config: AppConfig = {
    ...readConfig({ NODE_ENV: 'test', DATABASE_URL: databaseUrl, DATA_DIR: dataDir, SECRET_KEY: '5e'.repeat(32), DATABASE_POOL: '6', RELAXED_DURABILITY: 'yes' }),
    ...options.config,
  };
  let builder = Test.createTestingModule({ imports: [AppModule.from(config)], providers: [CollectLetters] })
    .overrideProvider(WallClock)
    .useValue(wall);
  if (!config.sandbox) {
    builder = builder.overrideProvider(Clock).useValue(clock).overrideProvider(DatabaseTime).useValue({ now: async () => clock.now(), arrival: async () => arrival(), told: async () => clock.now(), toldAtOnce: () => clock.now() });
  }
  if (options.adjust) builder = options.adjust(builder);
  const module = await builder.compile();
  const app = module.createNestApplication<NestFastifyApplication>(fastifyAdapter(), { logger: ['error'] });
  await setUpHttp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

async function openNode(app: NestFastifyApplication, path: string): Promise<string> {
  const nodes = app.get(NodeStore, { strict: false });
  const present = await nodes.byPath(path);
  if (present) return present.id;
  const codes = path.split('.').slice(0, -1);
  const code = codes.at(-1)!;
  const kind = KINDS[codes.length - 1]!;
  const name = NAMES[code] ?? code;
  const opening = app.get(OpenNode, { strict: false });
  if (codes.length === 1) return (await opening.root({ path, kind, name }, SYSTEM)).id;
  const parentId = await openNode(app, `${codes.slice(0, -1).join('.')}.`);
  return (await opening.below({ parentId, code, kind, name }, SYSTEM)).id;
}

async function expectInvariants(db: DatabaseClient): Promise<void> {
  const broken: Record<string, unknown[]> = {};
  for (const { name, sql } of INVARIANTS) {
    const { rows } = await db.query(sql);
    if (rows.length > 0) broken[name] = rows.slice(0, 3);
  }
  expect(broken).toEqual({});
}
