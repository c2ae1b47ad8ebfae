/**
 * The raw limits: node:http and one prepared statement each, with no session, no rule and no framework. `POST /` writes three rows (what
 * was submitted, who did it, what is to follow); `PUT /drafts/:id` replaces one section of a draft if its version is still that; `PATCH
 * /scores/:seat/:application` writes a score; `GET /applications` reads a page of fifty by keyset. `DATABASE_URL` and `PORT` from the environment.
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

const SAVE = {
  name: 'save',
  text: 'update raw_draft set answers = jsonb_set(answers, array[$3::text], $4::jsonb), version = version + 1 where id = $1 and version = $2 returning version',
};

const SCORE = {
  name: 'score',
  text: `insert into raw_score (seat_id, application_id, entries, comment) values ($1, $2, $3, $4)
    on conflict (seat_id, application_id) do update set entries = excluded.entries, comment = excluded.comment, version = raw_score.version + 1 returning version`,
};

const LIST = {
  name: 'list',
  text: `select id, number, project_name, organisation_name, category_key, status, requested_fen, total_fen, submitted_at from application
    where call_id = $1 and submitted_at is not null and status <> 'draft' and (submitted_at, id) > ($2, $3) order by submitted_at, id limit 51`,
};

async function submit(text) {
  JSON.parse(text);
  const hash = createHash('sha256').update(text).digest('hex');
  const { rows } = await pool.query({ ...SUBMIT, values: [randomUUID(), text, hash, '{"mail":"receipt"}', '{"action":"submit"}'] });
  return [201, { hash, at: rows[0].at }];
}

async function save(text, url) {
  const { version, section, answers } = JSON.parse(text);
  const { rows } = await pool.query({ ...SAVE, values: [url.pathname.split('/')[2], version, section, JSON.stringify(answers)] });
  return rows.length === 1 ? [200, { version: rows[0].version }] : [412, {}];
}

async function list(_text, { searchParams }) {
  const { rows } = await pool.query({ ...LIST, values: [searchParams.get('call'), searchParams.get('after') ?? '-infinity', searchParams.get('id') ?? '00000000-0000-0000-0000-000000000000'] });
  return [200, rows];
}

async function score(text, url) {
  const { entries, comment } = JSON.parse(text);
  const [, , seat, application] = url.pathname.split('/');
  const { rows } = await pool.query({ ...SCORE, values: [seat, application, JSON.stringify(entries), comment] });
  return [200, { version: rows[0].version }];
}

const ROUTES = { POST: submit, PUT: save, PATCH: score, GET: list };

const server = createServer((incoming, answer) => {
  const parts = [];
  incoming.on('data', (part) => parts.push(part));
  incoming.on('end', async () => {
    try {
      const [status, body] = await ROUTES[incoming.method](Buffer.concat(parts).toString('utf8'), new URL(incoming.url, 'http://localhost'));
      answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    } catch (error) {
      answer.writeHead(500).end(String(error));
    }
  });
});

await pool.query(`
  create table if not exists raw_submission (id uuid primary key, answers jsonb not null, hash text not null);
  create table if not exists raw_outbox (id uuid primary key, submission_id uuid not null, data jsonb not null);
  create table if not exists raw_audit (id uuid primary key, submission_id uuid not null, facts jsonb not null, at timestamptz not null default clock_timestamp());
  create table if not exists raw_score (seat_id uuid, application_id uuid, entries jsonb not null, comment text not null, version int not null default 1, primary key (seat_id, application_id));
  create table if not exists raw_draft (id uuid primary key, version int not null, answers jsonb not null);
`);
server.listen(Number(process.env.PORT), '127.0.0.1');
