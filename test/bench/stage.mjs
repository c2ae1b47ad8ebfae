import { spawn } from 'node:child_process';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Cast } from '../../scripts/cycle/cast.mjs';
import { countFiles, fillForm } from '../../scripts/cycle/fill-form.mjs';
import { aCreditCode, PROPOSALS } from '../../scripts/cycle/proposals.mjs';
import { uploadPaper } from '../../scripts/cycle/paper.mjs';
import { setClock } from '../../scripts/cycle/stage.mjs';
import { readPostmaster } from '../../scripts/postgres/processes.mjs';
import { runCli, startServer } from '../../scripts/start/children.mjs';
import { ROOT, startPlatform } from '../../scripts/start/platform.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';
import { freePort } from '../../scripts/postgres/processes.mjs';

const TEMPLATE = 'wuhu-2019';
const WORDS = '项目服务对象的需求来自入户走访和社区议事会的记录，服务按月开展，过程留有签到、照片和满意度问卷，经费使用逐笔登记。';

/**
 * One organisation with one complete draft in an open call, made as its people would; everybody else of the rush is a copy of it.
 * The platform that made it is stopped again: what is measured afterwards is one HTTP server and its database.
 */
export async function prepareRound(dataDir, tell) {
  process.env.SANDBOX_CLOCK = 'yes';
  process.env.SECURE_COOKIES = 'no';
  const platform = await startPlatform({ dataDir, port: await freePort(), demo: false, tell: () => {} });
  try {
    const cast = new Cast(platform.url, { requests: 0 });
    await cast.administrator('administrator@example.org', runCli(ROOT, ['found', 'administrator@example.org', '系统管理员'], platform.env).trim());
    const [root] = (await cast.admin.get('/organisers')).items ?? (await cast.admin.get('/organisers'));
    const officer = await cast.staff('officer', '周颖', root.id);
    const programme = await officer.post('/programmes', { nodeId: root.id, code: 'BENCH', title: { zh: '截止前的申报高峰', en: 'The rush before the deadline' } });
    const draft = await officer.post('/calls', { programmeId: programme.id, template: TEMPLATE });
    const { rulebook } = await officer.get(`/calls/${draft.id}`);
    await setClock({ cast }, Date.parse(rulebook.stages.find(({ kind }) => kind === 'application').opensAt) - 86_400_000);
    const call = await officer.post(`/calls/${draft.id}/moves`, { move: 'publish' });
    await setClock({ cast }, Date.parse(call.opensAt) + 3_600_000);
    await officer.post(`/calls/${call.id}/moves`, { move: 'open' }).catch(() => undefined);
    const application = await completeDraft({ cast, rulebook, call, node: root });
    tell(`一份完整的草稿（${application.bytes} 字节） a complete draft of ${application.bytes} bytes`);
    return { env: platform.env, callId: call.id, application };
  } finally {
    await platform.stop();
  }
}

async function completeDraft({ cast, rulebook, call, node }) {
  const [proposal] = PROPOSALS[TEMPLATE];
  const person = await cast.applicant(proposal.leader, 1);
  const [territory] = rulebook.applicants.registeredIn.length > 0 ? rulebook.applicants.registeredIn : rulebook.applicants.implementedIn;
  const year = rulebook.year;
  const organisation = await person.post('/organisations', {
    name: proposal.organisation, kind: 'social_service_institution', creditCode: aCreditCode(0), registrationLevel: 'district', registrationAuthority: '民政局', registeredOn: `${year - 6}-05-04`,
    territoryCode: territory.code.padEnd(6, '0').slice(0, 6), address: `${territory.name.zh}解放路1号`, legalRepresentative: proposal.leader, businessScope: '为妇女、儿童和家庭提供社会工作服务。', profile: '长期服务妇女儿童与家庭。',
    grade: '4A', gradedOn: `${year - 2}-12-01`, fullTimeStaff: 6, socialWorkers: 3, partyOrganisation: true, federationBody: true, inspections: [3, 2, 1].map((back) => ({ year: year - back, verdict: 'passed' })), nodeId: node.id,
  });
  await person.signIn(person.email, 'rain on the old canal');
  const started = await person.post('/applications', { callId: call.id, organisationId: organisation.id, coOrganisationIds: [] });
  const files = [];
  for (let file = 0; file < countFiles(rulebook); file += 1) files.push(await uploadPaper(person, `证明材料${file + 1}`, [organisation.name ?? proposal.organisation]));
  const stage = rulebook.stages.find(({ kind }) => kind === 'implementation');
  const answers = lengthened(rulebook, fillForm(rulebook, { ...proposal, organisation, startsOn: stage.opensAt.slice(0, 10), endsOn: stage.closesAt.slice(0, 10) }, files));
  const { faults } = await person.put(`/applications/${started.id}/answers`, { answers, version: started.version });
  const stops = faults.filter(({ severity }) => severity === 'error');
  if (stops.length > 0) throw new Error(`The draft is not complete: ${stops.map(({ path, code }) => `${path} ${code}`).join(', ')}`);
  return { id: started.id, organisationId: organisation.id, accountEmail: person.email, answers, bytes: Buffer.byteLength(JSON.stringify(answers)) };
}

/** About 5.7 kB, as real proposals have: every long answer is filled towards its limit. */
function lengthened(rulebook, answers) {
  const filled = structuredClone(answers);
  for (const section of rulebook.form.sections) {
    const place = filled[section.key] ?? filled;
    for (const { key, limit } of section.questions.filter(({ kind, key }) => kind === 'long_text' && typeof place[key] === 'string')) {
      const times = Math.floor(Math.min((5_600 - Buffer.byteLength(JSON.stringify(filled))) / Buffer.byteLength(WORDS), (Math.min(limit.max, 400) - place[key].length) / WORDS.length));
      place[key] += WORDS.repeat(Math.max(0, times));
    }
  }
  return filled;
}

/**
 * Runs a measurement on a stage of its own and takes everything away afterwards.
 * @param measure is given the round of `prepareRound` and the stage of `openStage`
 */
export async function onStage(tell, measure) {
  const dataDir = mkdtempSync(join(tmpdir(), 'qiongxiang-bench-'));
  chmodSync(dataDir, 0o711);
  try {
    const round = await prepareRound(dataDir, tell);
    const stage = await openStage(dataDir, round);
    try {
      return await measure(round, stage);
    } finally {
      await stage.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * The database and one HTTP server of ours; `roots` are the processes whose work is counted. The round was made in a rehearsal, on a clock of
 * its own; it is measured in earnest, by the clock of the database, so its call is open around the present.
 */
export async function openStage(dataDir, { env: rehearsed, callId }) {
  const env = { ...rehearsed, SANDBOX_CLOCK: 'no' };
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres') });
  const database = new URL(env.DATABASE_URL);
  database.port = String(postgres.port);
  const owner = new URL(env.DATABASE_OWNER_URL);
  owner.port = String(postgres.port);
  const client = new pg.Client({ connectionString: owner.href });
  await client.connect();
  await client.query(`update call set opens_at = clock_timestamp() - interval '1 day', closes_at = clock_timestamp() + interval '1 day' where id = $1`, [callId]);
  await client.end();
  const port = await freePort();
  const ours = startServer({ root: ROOT, name: 'http', logDir: join(dataDir, 'logs'), env: { ...env, DATABASE_URL: database.href, DATABASE_OWNER_URL: owner.href, PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` } });
  const rawPort = await freePort();
  const raw = spawn(process.execPath, [join(ROOT, 'test', 'bench', 'raw-server.mjs')], { env: { ...process.env, DATABASE_URL: owner.href, PORT: String(rawPort) }, stdio: ['ignore', 'inherit', 'inherit'] });
  await Promise.all([answersAt(`http://127.0.0.1:${port}/api/public/calls`), answersAt(`http://127.0.0.1:${rawPort}/`)]);
  const postmaster = readPostmaster(join(dataDir, 'postgres')).pid;
  return {
    ours: { url: `http://127.0.0.1:${port}`, roots: [ours.pid, postmaster] },
    raw: { url: `http://127.0.0.1:${rawPort}`, roots: [raw.pid, postmaster] },
    ownerUrl: owner.href,
    close: async () => {
      raw.kill('SIGTERM');
      await ours.stop();
      await postgres.stop();
    },
  };
}

async function answersAt(url) {
  for (let tries = 0; tries < 900; tries += 1) {
    if (await fetch(url).then(() => true, () => false)) return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer.`);
}

const copyOf = (table, changes) => `insert into ${table} select row.* from made cross join ${table} one cross join lateral jsonb_populate_record(one, ${changes}) as row`;

/**
 * `count` more applicants, each with an organisation, a session and a complete draft.
 * @returns {Promise<{application: string, cookie: string, csrf: string}[]>}
 */
export async function copyApplicants(ownerUrl, { application, secretKey, count, first }) {
  const people = Array.from({ length: count }, (_, at) => person(first + at, secretKey));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('create temporary table made (n int, account uuid, organisation uuid, role uuid, session uuid, application uuid, secret bytea)');
    await client.query('insert into made select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::bytea[])',
      ['n', 'account', 'organisation', 'role', 'session', 'application', 'secretHash'].map((key) => people.map((one) => one[key])));
    await client.query(`${copyOf('account', `jsonb_build_object('id', made.account, 'email', 'rush-' || made.n || '@example.org')`)} where one.email = '${application.accountEmail}'`);
    await client.query(`${copyOf('organisation', `jsonb_build_object('id', made.organisation, 'name', one.name || made.n, 'credit_code', '52321003MJ' || lpad(made.n::text, 8, '0'))`)} where one.id = '${application.organisationId}'`);
    await client.query(`${copyOf('account_role', `jsonb_build_object('id', made.role, 'account_id', made.account, 'subject_id', made.organisation)`)} where one.subject_id = '${application.organisationId}' and one.revoked_at is null`);
    await client.query(`insert into account_session (id, account_id, secret_hash, started_at, last_seen_at, expires_at, address, device)
      select session, account, secret, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '11 hours', '127.0.0.1', 'bench' from made`);
    await client.query(`${copyOf('application', `jsonb_build_object('id', made.application, 'organisation_id', made.organisation, 'created_by', made.account, 'owner_id', made.account, 'saved_by', made.account)`)} where one.id = '${application.id}'`);
    await client.query('drop table made');
    await client.query('analyze application, organisation, account, account_role, account_session');
  } finally {
    await client.end();
  }
  return people.map(({ application: id, secret, csrf }) => ({ application: id, cookie: `session=${secret}`, csrf }));
}

function person(n, secretKey) {
  const secret = randomBytes(32).toString('base64url');
  const csrf = createHmac('sha256', Buffer.from(secretKey, 'hex')).update(`csrf ${secret}`).digest('base64url');
  const [account, organisation, role, session, application] = Array.from({ length: 5 }, id);
  return { n, account, organisation, role, session, application, secret, csrf, secretHash: createHash('sha256').update(secret, 'utf8').digest() };
}

/** UUIDv7, as the application makes them: index pages fill in order. */
function id() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
