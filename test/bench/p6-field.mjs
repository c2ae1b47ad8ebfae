import { createHash, createHmac, randomBytes } from 'node:crypto';
import pg from 'pg';

/** The same numbers in every run. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A matrix like a real round's: a twentieth of an expert's pairs is her own field, the rest lies farther away; about one pair in 250 is
 * forbidden (the same organisation, declared, past).
 */
export function aMatrix({ applications, experts, conflicts }, seed) {
  const random = seeded(seed);
  const prices = new Int32Array(applications * experts);
  for (let at = 0; at < prices.length; at += 1) prices[at] = random() < 0.05 ? Math.floor(random() * 40) : 100 + Math.floor(random() * 400);
  for (let at = 0; at < conflicts; at += 1) prices[Math.floor(random() * prices.length)] = -1;
  return prices;
}

/**
 * Whether an assignment is the cheapest among the evenest: in the residual graph of the experts (who hands which application on to whom, and
 * who gives up or takes a place) no circle may save anything. Independent of the solver: it looks at the outcome alone.
 */
export function isOptimal({ applications, experts, prices, given, loads, capacities, uneven = 2 ** 21 }) {
  const size = experts + 1;
  const distance = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
  for (let application = 0; application < applications; application += 1) offerHandOvers(distance, { row: application * experts, own: given[application], experts, prices });
  for (let expert = 0; expert < experts; expert += 1) {
    if (loads[expert] < capacities[expert]) distance[expert * size + experts] = loads[expert] * uneven;
    if (loads[expert] > 0) distance[experts * size + expert] = -(loads[expert] - 1) * uneven;
  }
  return !hasSavingCircle(distance, size);
}

function offerHandOvers(distance, { row, own, experts, prices }) {
  for (const from of own) {
    for (let to = 0; to < experts; to += 1) {
      if (prices[row + to] < 0 || own.includes(to)) continue;
      const at = from * (experts + 1) + to;
      distance[at] = Math.min(distance[at], prices[row + to] - prices[row + from]);
    }
  }
}

/** Floyd and Warshall: a node that comes back to itself for less than nothing. */
function hasSavingCircle(distance, size) {
  for (let through = 0; through < size; through += 1) {
    for (let from = 0; from < size; from += 1) shorten(distance, size, from, through);
    if (distance[through * size + through] < 0) return true;
  }
  return false;
}

function shorten(distance, size, from, through) {
  const first = distance[from * size + through];
  if (first === Number.POSITIVE_INFINITY) return;
  for (let to = 0; to < size; to += 1) {
    const sum = first + distance[through * size + to];
    if (sum < distance[from * size + to]) distance[from * size + to] = sum;
  }
}

const TOPICS = ['妇女', '儿童', '家庭教育', '助老', '心理', '反家暴', '就业', '手工', '阅读', '法律', '健康', '乡村'];

const copyOf = (table, changes) => `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(one) || ${changes})).* from ${table} one`;

/** Copies one application and one officer into a whole field, seats the experts, and signs the officer in. */
export async function makeField(ownerUrl, { callId, application, secretKey, applications, experts, conflicts }) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: [{ rulebook }] } = await client.query('select rulebook from call_rulebook where call_id = $1 order by version desc limit 1', [callId]);
    const stage = rulebook.scoring.stages[0];
    const panel = { stageKey: stage.key, blocKey: stage.blocs.find(({ kind }) => kind !== 'external').key };
    const numbered = (column, count) => `(select n, gen_random_uuid() as ${column} from generate_series(1, ${count}) n)`;
    await client.query(`create temporary table field as select a.n, a.application, o.organisation from ${numbered('application', applications)} a join ${numbered('organisation', applications)} o using (n)`);
    await client.query(`${copyOf('organisation', `jsonb_build_object('id', f.organisation, 'name', '机构' || f.n, 'credit_code', '52321003MJ' || lpad(f.n::text, 8, '0'), 'legal_representative', '负责人' || f.n, 'address', '解放路' || f.n || '号')`)} cross join field f where one.id = '${application.organisationId}'`);
    await client.query(`${copyOf('application', `jsonb_build_object('id', f.application, 'organisation_id', f.organisation, 'organisation_name', '机构' || f.n, 'status', 'eligible', 'number', 'P6-' || lpad(f.n::text, 5, '0'),
      'submitted_at', clock_timestamp(), 'project_name', ($1::text[])[1 + f.n % 12] || '行动' || f.n, 'answers', replace(one.answers::text, coalesce(substring(one.answers::text from '1[3-9][0-9]{9}'), '无'), (13000000000 + f.n)::text)::jsonb)`)} cross join field f where one.id = '${application.id}'`, [TOPICS]);
    await client.query(`create temporary table expert as select n, gen_random_uuid() as account, gen_random_uuid() as seat from generate_series(1, ${experts}) n`);
    await client.query(`${copyOf('account', `jsonb_build_object('id', e.account, 'name', '专家' || e.n, 'email', 'p6-' || e.n || '@example.org')`)} cross join expert e where one.email = 'officer-1@example.org'`);
    await client.query(`insert into account_role (id, account_id, role, node_id, granted_at) select gen_random_uuid(), e.account, 'expert', r.node_id, clock_timestamp() from expert e, account_role r
      join account a on a.id = r.account_id where a.email = 'officer-1@example.org' and r.role = 'officer'`);
    await client.query(`insert into panel_seat (id, call_id, stage_key, bloc_key, account_id, alias, status, seated_at) select seat, $1, $2, $3, account, '评委' || n, 'seated', clock_timestamp() from expert`, [callId, panel.stageKey, panel.blocKey]);
    await client.query(`insert into expert_profile (account_id, employer, occupation, title, topics, languages, away, saved_by, saved_at, employer_since, version)
      select account, '大学' || n, 'university', '教授', array[($1::text[])[1 + n % 12], ($1::text[])[1 + (n * 7) % 12]], array['zh'], '[]', account, clock_timestamp(), clock_timestamp(), 1 from expert`, [TOPICS]);
    await client.query(`insert into expert_tie (id, account_id, kind, organisation_id, organisation_name, source, recorded_by, recorded_at)
      select gen_random_uuid(), e.account, 'adviser', f.organisation, '机构' || f.n, 'self', e.account, clock_timestamp() from generate_series(1, ${conflicts}) c join field f on f.n = 1 + (c * 7919) % ${applications} join expert e on e.n = 1 + (c * 104729) % ${experts}`);
    await client.query('analyze application, organisation, account, account_role, panel_seat, expert_profile, expert_tie');
    return { panel, officer: await signInOfficer(client, secretKey) };
  } finally {
    await client.end();
  }
}

async function signInOfficer(client, secretKey) {
  const secret = randomBytes(32).toString('base64url');
  await client.query(`insert into account_session (id, account_id, secret_hash, started_at, last_seen_at, expires_at, second_factor_at, address, device)
    select gen_random_uuid(), id, $1, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '11 hours', clock_timestamp(), '127.0.0.1', 'bench' from account where email = 'officer-1@example.org'`, [createHash('sha256').update(secret, 'utf8').digest()]);
  return { cookie: `session=${secret}`, 'x-csrf-token': createHmac('sha256', Buffer.from(secretKey, 'hex')).update(`csrf ${secret}`).digest('base64url') };
}
