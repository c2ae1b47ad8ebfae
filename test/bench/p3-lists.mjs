import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { ROOT } from '../../scripts/start/platform.mjs';
import { cpuMs } from './cpu-meter.mjs';
import { compare } from './compare.mjs';
import { closedLoop } from './load.mjs';
import { onStage } from './stage.mjs';

const SIZES = [2_000, 20_000, 100_000];
const ROUNDS = { count: 5, seconds: 4, warmUpSeconds: 2, connections: 4 };
const WARM_PAGES = 800;
const AT_ONCE = 5_000;
const WORDS = ['关爱', '成长', '护苗', '巾帼', '暖心', '守护', '同行', '课堂', '家园', '助力', '女童', '单亲', '创业', '健康', '普法', '阅读'];

/** An officer pages through a round of a hundred thousand applications, with the number in each status, and looks for a word. */
export const p3 = { name: 'P3', title: '十万份申报的列表与筛选 Lists of 100,000 applications', target: 3, pass: 5, run: (tell) => onStage(tell, (round, stage) => measure(round, stage, tell)) };

async function measure(round, stage, tell) {
  const client = new pg.Client({ connectionString: stage.ownerUrl });
  await client.connect();
  const cookie = await officer(client);
  const curve = [];
  let score;
  for (const [at, size] of SIZES.entries()) {
    await fill(client, round, at === 0 ? 0 : SIZES[at - 1], size);
    const pages = pagesOf(round, await markers(client, round), cookie);
    if (at === 0) await warm(stage, pages);
    if (at < SIZES.length - 1) curve.push({ size, ...(await costs(stage, pages)) });
    else {
      score = await compare({ ...ROUNDS, tell, ours: { ...stage.ours, expected: 200, next: pages.first }, raw: { ...stage.raw, expected: 200, next: pages.raw } });
      curve.push({ size, ...(await costs(stage, pages)) });
    }
    tell(`${size}: ${Object.entries(curve.at(-1)).filter(([key]) => key !== 'size').map(([key, cost]) => `${key} ${cost.toFixed(2)}`).join(', ')} CPU-ms`);
  }
  await client.end();
  const [small, large] = [curve[0], curve.at(-1)];
  return { ...score, curve, broken: [], facts: { growth: large.first / small.first, rawGrowth: large.raw / small.raw, deepPage: large.deep / large.first, textFilter: large.text / large.raw } };
}

/** What is compared between sizes must not be slower in the first only because the server's code was not compiled yet. */
async function warm(stage, pages) {
  for (let operations = 0; operations < WARM_PAGES; ) operations += (await closedLoop({ ...stage.ours, connections: 4, seconds: 2, expected: 200, next: pages.first })).operations || WARM_PAGES;
}

/** CPU-ms of each kind of page, in short turns. */
async function costs(stage, pages) {
  const found = {};
  for (const [kind, next] of Object.entries(pages)) {
    const side = kind === 'raw' ? stage.raw : stage.ours;
    await closedLoop({ ...side, connections: 4, seconds: 1, expected: 200, next });
    const before = cpuMs(side.roots);
    const { operations, errors } = await closedLoop({ ...side, connections: 4, seconds: 3, expected: 200, next });
    if (errors.length > 0) throw new Error(`${kind}: ${errors[0]}`);
    found[kind] = (cpuMs(side.roots) - before) / operations;
  }
  return found;
}

function pagesOf({ callId }, { deep, status }, cookie) {
  const page = (query) => () => ({ path: `/api/applications?callId=${callId}&limit=50${query}`, headers: { cookie } });
  let at = 0;
  const after = Buffer.from(JSON.stringify([deep.submitted_at.toISOString(), deep.id])).toString('base64url');
  return {
    raw: () => ({ path: `/applications?call=${callId}` }),
    first: page(''), deep: page(`&after=${after}`), status: page(`&status=${status}`),
    text: () => page(`&words=${encodeURIComponent(WORDS[at++ % WORDS.length] + WORDS[(at + 5) % WORDS.length])}`)(),
  };
}

/** A row nine tenths down the list, from where a deep page begins. */
async function markers(client, { callId }) {
  const { rows: [deep] } = await client.query(`select submitted_at, id from application where call_id = $1 and submitted_at is not null order by submitted_at, id
    offset (select count(*) * 9 / 10 from application where call_id = $1 and submitted_at is not null) limit 1`, [callId]);
  return { deep, status: 'eligible' };
}

/** Copies of the one complete application, answers and all, submitted one after another, most of them admitted since. */
async function fill(client, { application, callId }, from, to) {
  if (!callId) throw new Error('There is no call to list.');
  await copies(client, application, from, to);
  await client.query('vacuum analyze application');
}

async function copies(client, application, from, to) {
  const { wordsOf } = await import(pathToFileURL(join(ROOT, 'dist', 'src', 'modules', 'applications', 'domain', 'filter', 'parse-filter.js')).href);
  const { rows: [{ organisation }] } = await client.query('select organisation_name as organisation from application where id = $1', [application.id]);
  for (let first = from; first < to; first += AT_ONCE) {
    const made = Array.from({ length: Math.min(AT_ONCE, to - first) }, (_, at) => named(first + at + 1, organisation));
    // Made in `from`, where a row is made once; `(…).*` would make it once for each of its columns.
    await client.query(`insert into application select row.*
      from application one cross join unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[]) as made (n, number, organisation, project, words)
        cross join lateral jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid(), 'number', made.number, 'organisation_name', made.organisation, 'project_name', made.project,
          'words', to_jsonb(made.words::text[]), 'status', (array['submitted', 'eligible', 'eligible', 'in_review'])[1 + made.n % 4], 'submitted_at', to_timestamp(1700000000 + made.n))) as row
      where one.id = $1`,
    [application.id, ...['n', 'number', 'organisation', 'project'].map((key) => made.map((one) => one[key])), made.map(({ number, organisation: name, project }) => `{${wordsOf([number, project, name]).map((word) => JSON.stringify(word)).join(',')}}`)]);
  }
}

const named = (n, organisation) => ({ n, number: `LIST-${String(n).padStart(6, '0')}`, organisation: `${organisation}${n}`, project: `${WORDS[n % 16]}${WORDS[Math.floor(n / 16) % 16]}项目${n}` });

/** A session of the officer of the round, second factor given. */
async function officer(client) {
  const secret = randomBytes(32).toString('base64url');
  await client.query(`insert into account_session (id, account_id, secret_hash, started_at, last_seen_at, expires_at, second_factor_at, address, device)
    select gen_random_uuid(), account_id, $1, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '8 hours', clock_timestamp(), '127.0.0.1', 'bench' from account_role where role = 'officer' limit 1`,
  [createHash('sha256').update(secret, 'utf8').digest()]);
  return `session=${secret}`;
}
