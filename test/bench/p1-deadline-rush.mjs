import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { compare } from './compare.mjs';
import { agentWith, quantile, send } from './load.mjs';
import { copyApplicants, onStage } from './stage.mjs';

const RUSH = { applicants: 2_000, seconds: 60, retried: 0.05, afterTheBell: 0.02 };
const ROUNDS = { count: 9, seconds: 5, warmUpSeconds: 3, connections: 8 };
const DRAFTS = 34_000;
/** Milliseconds between handing a request to the network here and its being read there, on a machine that is full. */
const ON_ITS_WAY = 250;

/** The hour before a deadline: whole submissions, from the session to the receipt, against three bare inserts. */
export const p1 = { name: 'P1', title: '截止前高峰：提交申报 Deadline rush: submit', target: 2.5, pass: 5, run: (tell) => onStage(tell, (round, stage) => measure(round, stage, tell)) };

async function measure(round, stage, tell) {
  const drafts = await copyApplicants(stage.ownerUrl, { application: round.application, secretKey: round.env.SECRET_KEY, count: DRAFTS + RUSH.applicants, first: 1 });
  tell(`${drafts.length} 份草稿就绪 drafts are ready`);
  await noteWhatIsShown(stage, drafts);
  const rush = drafts.splice(0, RUSH.applicants);
  const body = JSON.stringify(round.application.answers);
  let next = 0;
  const score = await compare({
    ...ROUNDS, tell,
    ours: { ...stage.ours, next: () => (next < drafts.length ? submission(drafts[next++]) : undefined) },
    raw: { ...stage.raw, next: () => ({ method: 'POST', path: '/', body }) },
  });
  const outcome = await theRush(round, stage, rush, tell);
  return { ...score, facts: outcome.facts, broken: outcome.broken };
}

/** The drafts are copies, so that one preview tells what all of them show. */
async function noteWhatIsShown({ ours }, drafts) {
  const [{ application, cookie }] = drafts;
  const { body } = await send(agentWith(1), ours.url, { path: `/api/applications/${application}/preview`, headers: { cookie } });
  const { hash } = JSON.parse(body);
  for (const draft of drafts) draft.previewed = hash;
}

const submission = ({ application, cookie, csrf, previewed }, key = randomUUID()) => ({
  method: 'POST', path: `/api/applications/${application}/submission`, headers: { cookie, 'x-csrf-token': csrf, 'idempotency-key': key }, body: JSON.stringify({ declared: true, previewed }),
});

/** Everybody within a minute, more and more towards the bell: arrivals follow 1/(time left), cut off at one second. */
async function theRush(round, stage, people, tell) {
  const client = new pg.Client({ connectionString: stage.ownerUrl });
  await client.connect();
  const bell = Date.now() + RUSH.seconds * 1000 + 1_000;
  await client.query('update call set closes_at = to_timestamp($2) - make_interval(secs => grace_seconds) where id = $1', [round.callId, bell / 1000]);
  await sleep(500);
  tell(`${people.length} 人在 ${RUSH.seconds} 秒内提交 submit within ${RUSH.seconds} s`);
  const agent = agentWith(64);
  const late = Math.round(people.length * RUSH.afterTheBell);
  const answers = await Promise.all(people.map(async (person, at) => {
    const due = at < late ? bell + 300 + at * 20 : bell - leftAt(at / people.length);
    await sleep(Math.max(0, due - Date.now()));
    const key = randomUUID();
    const first = await send(agent, stage.ours.url, submission(person, key));
    const again = Math.random() < RUSH.retried ? await send(agent, stage.ours.url, submission(person, key)) : undefined;
    return { ...first, again, lead: bell - first.sentAt };
  }));
  agent.destroy();
  const verdict = await judge(client, answers, people, bell, round);
  await client.end();
  return verdict;
}

/** Milliseconds before the bell at which the given share of the people come. */
const leftAt = (share) => 1_000 * RUSH.seconds ** share;

async function judge(client, answers, people, bell, { callId }) {
  const taken = answers.filter(({ status }) => status === 201);
  const receipts = taken.map(({ body }) => JSON.parse(body).number);
  const ids = people.map(({ application }) => application);
  const kept = (await client.query('select application_id, count(*)::int as n from application_submission where application_id = any($1::uuid[]) group by 1', [ids])).rows;
  const afterBell = (await client.query(`select count(*)::int as n from application_submission s join call c on c.id = $2
    where s.application_id = any($1::uuid[]) and s.submitted_at > c.closes_at + make_interval(secs => c.grace_seconds)`, [ids, callId])).rows[0].n;
  const unlike = answers.filter(({ status, again }) => status === 201 && again && (again.status !== 201 || JSON.parse(again.body).number !== undefined && !receipts.includes(JSON.parse(again.body).number)));
  const refused = answers.filter(({ status }) => status === 409);
  const early = refused.filter(({ lead }) => lead > 0);
  const unexpected = [...answers.filter(({ status }) => status !== 201 && status !== 409), ...refused.filter(({ lead }) => lead > ON_ITS_WAY), ...taken.filter(({ lead }) => lead < 0)];
  const broken = [
    ...(kept.length === taken.length ? [] : [`${taken.length} receipts, ${kept.length} submissions kept`]),
    ...(new Set(receipts).size === receipts.length ? [] : ['two receipts carry one number']),
    ...(kept.every(({ n }) => n === 1) ? [] : ['an application was submitted twice']),
    ...(afterBell === 0 ? [] : [`${afterBell} accepted after the deadline`]),
    ...(unlike.length === 0 ? [] : [`${unlike.length} repeats got another answer than the first`]),
    ...(unexpected.length === 0 ? [] : [`${unexpected.length} unexpected answers, such as ${unexpected[0].status} ${unexpected[0].body.slice(0, 160)}`]),
  ];
  const spans = taken.map(({ ms }) => ms);
  return { broken, facts: { submitted: taken.length, refused: refused.length, refusedThoughSentBefore: early.length, longestLeadMs: Math.max(0, ...early.map(({ lead }) => lead)), p50: quantile(spans, 0.5), p95: quantile(spans, 0.95), p99: quantile(spans, 0.99) } };
}
