/**
 * The raw limit of a submission: node:http and one prepared statement that writes three rows (what was submitted, who did it, what is
 * to follow), with no session, no rule and no framework. `DATABASE_URL` and `PORT` from the environment.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

const SUBMIT = {
  name: 'submit',
  text: `with kept as (
      insert into raw_submission (id, answers, hash) values ($1, $2, $3) returning id
    ), told as (
      insert into raw_outbox (id, submission_id, data) select gen_random_uuid(), id, $4 from kept
    )
    insert into raw_audit (id, submission_id, facts) select gen_random_uuid(), id, $5 from kept returning at`,
};

const server = createServer((incoming, answer) => {
  const parts = [];
  incoming.on('data', (part) => parts.push(part));
  incoming.on('end', async () => {
    try {
      const text = Buffer.concat(parts).toString('utf8');
      JSON.parse(text);
      const hash = createHash('sha256').update(text).digest('hex');
      const { rows } = await pool.query({ ...SUBMIT, values: [randomUUID(), text, hash, '{"mail":"receipt"}', '{"action":"submit"}'] });
      answer.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ hash, at: rows[0].at }));
    } catch (error) {
      answer.writeHead(500).end(String(error));
    }
  });
});

await pool.query(`
  create table if not exists raw_submission (id uuid primary key, answers jsonb not null, hash text not null);
  create table if not exists raw_outbox (id uuid primary key, submission_id uuid not null, data jsonb not null);
  create table if not exists raw_audit (id uuid primary key, submission_id uuid not null, facts jsonb not null, at timestamptz not null default clock_timestamp());
`);
server.listen(Number(process.env.PORT), '127.0.0.1');
