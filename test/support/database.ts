import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { TEMPLATE, TEST_PASSWORDS } from './test-cluster-names.cjs';

export interface TestDatabase {
  /** The application's own role: what it may do is what the migrations granted. */
  appUrl: string;
  /** The role that owns the schema, for arranging what the application may not write. */
  ownerUrl: string;
  name: string;
  /** Throws the database away, even while pools are still connected. */
  drop(): Promise<void>;
}

/**
 * A migrated database for one suite, cloned from the template in well under a second.
 * For `beforeAll`; needs the integration project, whose set-up starts the cluster.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const superuserUrl = process.env.TEST_POSTGRES_URL;
  if (!superuserUrl) throw new Error('TEST_POSTGRES_URL is not set: run this suite in the integration project (*.int-spec.ts).');
  const name = `suite_${randomBytes(8).toString('hex')}`;
  await asSuperuser(superuserUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER qiongxiang_owner`);
  return {
    name,
    appUrl: address(superuserUrl, name, 'qiongxiang_app', TEST_PASSWORDS.appPassword),
    ownerUrl: address(superuserUrl, name, 'qiongxiang_owner', TEST_PASSWORDS.ownerPassword),
    drop: () => asSuperuser(superuserUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function asSuperuser(superuserUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function address(superuserUrl: string, database: string, user: string, password: string): string {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  url.username = user;
  url.password = password;
  return url.href;
}
