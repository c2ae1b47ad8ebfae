import { createHash, createHmac, randomBytes } from 'node:crypto';
import pg from 'pg';
import { compare } from './compare.mjs';
import { cpuMs } from './cpu-meter.mjs';
import { closedLoop } from './load.mjs';
import { makeField } from './p6-field.mjs';
import { onStage } from './stage.mjs';

const SIZE = { applications: 5_000, experts: 60, conflicts: 0 };
const EACH = 5;
const ROUNDS = { count: 9, seconds: 5, warmUpSeconds: 3, connections: 8 };
/** As many as a small round has: a save in a large one must cost no more. */
const SMALL = 200;

/**
 * Sixty judges score 5,000 proposals, five each: a sheet with its history is saved again and again, against a bare upsert. No rank goes with a
 * save: before the stage is sealed nobody may know one, neither the judge nor an officer (`scoring`, embargo).
 */
export const p4 = { name: 'P4', title: '保存评分（60 评委 × 5,000 份） Scores saved by 60 judges of 5,000', target: 3, pass: 6, run: (tell) => onStage(tell, (round, stage) => measure(round, stage, tell)) };

async function measure(round, stage, tell) {
  const { callId, application, env } = round;
  const { panel } = await makeField(stage.ownerUrl, { callId, application, secretKey: env.SECRET_KEY, ...SIZE });
  const client = new pg.Client({ connectionString: stage.ownerUrl });
  await client.connect();
  const places = await openTheStage(client, callId, panel, env.SECRET_KEY);
  tell(`${places.length} 张评分表待填 sheets to be filled in`);
  const criteria = await criteriaOf(client, callId, panel);
  const sides = {
    ours: { ...stage.ours, expected: 200, next: scoring(places, (place, points) => saveOurs(place, criteria, points)) },
    raw: { ...stage.raw, expected: 200, next: scoring(places.map(({ seat, application: id }) => ({ seat, application: id, version: 0 })), saveRaw) },
  };
  const score = await compare({ ...ROUNDS, tell, ...sides });
  const small = await smallRound(client, { callId, panel, places }, sides.ours, criteria);
  const broken = await judge(client, places, criteria[0].key);
  await client.end();
  return { ...score, broken, facts: { sheets: places.filter(({ version }) => version > 0).length, '5,000 份比 200 份 growth from 200 to 5,000': score.ours.cpuPerOperation / small } };
}

/** Everybody has declared that nothing ties her to what she was given. */
async function openTheStage(client, callId, { stageKey, blocKey }, secretKey) {
  await client.query(`create temporary table given as select p.id as seat, p.account_id as account, a.id as application
    from (select id, row_number() over (order by number) - 1 as n from application where call_id = $1 and number like 'P6-%') a cross join generate_series(0, ${EACH - 1}) k
    join (select id, account_id, row_number() over (order by id) - 1 as n, count(*) over () as seats from panel_seat where call_id = $1 and stage_key = $2 and bloc_key = $3) p on p.n = (a.n * ${EACH} + k) % p.seats`, [callId, stageKey, blocKey]);
  await client.query(`insert into score_stage (call_id, stage_key, status, application_ids, begun_at) select $1, $2, 'open', array_agg(distinct application), clock_timestamp() from given`, [callId, stageKey]);
  await client.query(`insert into assignment_plan (call_id, stage_key, bloc_key, settings, committed_by, committed_at, version) select $1, $2, $3, '{"perApplication":${EACH},"region":"any"}', account, clock_timestamp(), 1 from given limit 1`, [callId, stageKey, blocKey]);
  await client.query(`insert into judge_assignment (seat_id, application_id, source, assigned_at) select seat, application, 'solver', clock_timestamp() from given`);
  await client.query(`insert into conflict_declaration (account_id, application_id, verdict, declared_at) select account, application, 'none', clock_timestamp() from given`);
  await client.query(`insert into live_opening (call_id, stage_key, application_id, opened_at) select $1, $2, application, clock_timestamp() from (select distinct application from given) judged`, [callId, stageKey]);
  await client.query(`insert into second_factor select (jsonb_populate_record(null::second_factor, to_jsonb(f) || jsonb_build_object('account_id', g.account))).* from second_factor f join account a on a.id = f.account_id and a.email = 'officer-1@example.org'
    cross join (select distinct account from given) g`);
  await client.query('analyze score_stage, judge_assignment, conflict_declaration');
  const headers = await signIn(client, secretKey);
  const { rows } = await client.query('select seat, application, account from given order by application, seat');
  return rows.map(({ seat, application, account }) => ({ seat, application, headers: headers.get(account), version: 0, points: null }));
}

async function signIn(client, secretKey) {
  const { rows } = await client.query('select distinct account from given');
  const signed = rows.map(({ account }) => ({ account, secret: randomBytes(32).toString('base64url') }));
  await client.query(`insert into account_session (id, account_id, secret_hash, started_at, last_seen_at, expires_at, second_factor_at, address, device)
    select gen_random_uuid(), account, hash, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '11 hours', clock_timestamp(), '127.0.0.1', 'bench' from unnest($1::uuid[], $2::bytea[]) as s (account, hash)`,
  [signed.map(({ account }) => account), signed.map(({ secret }) => createHash('sha256').update(secret, 'utf8').digest())]);
  return new Map(signed.map(({ account, secret }) => [account, { cookie: `session=${secret}`, 'x-csrf-token': createHmac('sha256', Buffer.from(secretKey, 'hex')).update(`csrf ${secret}`).digest('base64url') }]));
}

async function criteriaOf(client, callId, { stageKey, blocKey }) {
  const { rows: [{ rulebook }] } = await client.query('select rulebook from call_rulebook where call_id = $1 order by version desc limit 1', [callId]);
  return rulebook.scoring.stages.find(({ key }) => key === stageKey).blocs.find(({ key }) => key === blocKey).criteria;
}

/** One sheet after the other, and from the first again; each is saved by one sender at a time. */
function scoring(places, save) {
  let turn = 0;
  return () => {
    const place = places[turn % places.length];
    const points = String(1 + (Math.floor(turn / places.length) + turn) % 4);
    turn += 1;
    return { ...save(place, points), done: (status, body) => status === 200 && Object.assign(place, { version: JSON.parse(body).version, points }) };
  };
}

const saveOurs = ({ seat, application, headers, version }, criteria, points) => ({
  method: 'PUT', path: `/api/judging/${seat}/${application}`, headers,
  body: JSON.stringify({ version, comment: '项目目标清楚，预算合理。', entries: Object.fromEntries(criteria.map(({ key }) => [key, { points }])) }),
});

const saveRaw = ({ seat, application }, points) => ({ method: 'PATCH', path: `/scores/${seat}/${application}`, body: JSON.stringify({ entries: { points }, comment: '项目目标清楚，预算合理。' }) });

/** CPU-ms of a save after the round has shrunk: what a large round costs more is work that grows with it. */
async function smallRound(client, { callId, panel, places }, side, criteria) {
  const ids = [...new Set(places.map(({ application }) => application))].slice(0, SMALL);
  await client.query('update score_stage set application_ids = $3::uuid[] where call_id = $1 and stage_key = $2', [callId, panel.stageKey, ids]);
  const next = scoring(places.filter(({ application }) => ids.includes(application)), (place, points) => saveOurs(place, criteria, points));
  await closedLoop({ ...side, next, connections: 8, seconds: 2 });
  const before = cpuMs(side.roots);
  const { operations, errors } = await closedLoop({ ...side, next, connections: 8, seconds: 4 });
  if (errors.length > 0) throw new Error(errors[0]);
  return (cpuMs(side.roots) - before) / operations;
}

async function judge(client, places, criterion) {
  const saved = places.filter(({ version }) => version > 0);
  const { rows } = await client.query('select seat_id, application_id, version, entries -> $1 ->> \'points\' as points, (select count(*)::int from score_sheet_history h where h.sheet_id = s.id) as kept from score_sheet s', [criterion]);
  const found = new Map(rows.map((row) => [`${row.seat_id} ${row.application_id}`, row]));
  const wrong = saved.filter(({ seat, application, version, points }) => {
    const row = found.get(`${seat} ${application}`);
    return row?.version !== version || row.points !== points || row.kept !== version;
  });
  return [
    ...(rows.length === saved.length ? [] : [`${saved.length} sheets were saved, ${rows.length} are there`]),
    ...(wrong.length === 0 ? [] : [`${wrong.length} sheets or their histories are not as they were last saved`]),
  ];
}
