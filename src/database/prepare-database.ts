import { runMigrations } from 'bullmq';
import { Client } from 'pg';

/** The role under which the application works: it owns nothing and may not change the schema. */
const APP_ROLE = 'qiongxiang_app';

/** Makes sure of the application's role and of the queue's own schema, both before the migrations. @param url of the owner */
export async function prepareDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
    if (rowCount === 0) await client.query(`create role ${APP_ROLE}`);
    await client.query(`grant usage on schema public to ${APP_ROLE}`);
    await runMigrations(client as never, 'bullmq');
    // BullMQ makes a sequence for each queue when it first uses it: in its own schema the application may create.
    await client.query(`grant usage, create on schema bullmq to ${APP_ROLE}`);
    await client.query(`grant all on all tables in schema bullmq to ${APP_ROLE}`);
    await grantOwnSequences(client);
    await client.query(`grant execute on all functions in schema bullmq to ${APP_ROLE}`);
  } finally {
    await client.end();
  }
}

/** The sequences that the application made itself are its own already, and nobody else may grant them. */
async function grantOwnSequences(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname = 'bullmq' and sequenceowner = current_user`,
  );
  for (const { name } of rows) await client.query(`grant all on sequence ${name} to ${APP_ROLE}`);
}
