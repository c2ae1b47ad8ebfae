import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { compare } from './compare.mjs';
import { closedLoop } from './load.mjs';
import { copyApplicants, onStage } from './stage.mjs';

const EDITORS = 200;
const CONFLICTING = 0.03;
const PATCH_BYTES = 1_900;
const ROUNDS = { count: 9, seconds: 5, warmUpSeconds: 3, connections: 8 };

/** Two hundred people type: one section of their drafts changes, and now and then two windows of one person collide. */
export const p2 = { name: 'P2', title: '自动保存：改一个部分 Autosave: one section changes', target: 2.5, pass: 5, run: (tell) => onStage(tell, (round, stage) => measure(round, stage, tell)) };

async function measure(round, stage, tell) {
  const client = new pg.Client({ connectionString: stage.ownerUrl });
  await client.connect();
  const people = await copyApplicants(stage.ownerUrl, { application: round.application, secretKey: round.env.SECRET_KEY, count: EDITORS, first: 1 });
  const answers = withoutFiles(round.application.answers);
  await client.query('update application set answers = $2 where id = any($1::uuid[])', [people.map(({ application }) => application), JSON.stringify(answers)]);
  const { rows: [{ version }] } = await client.query('select version from application where id = $1', [round.application.id]);
  await client.query('insert into raw_draft select id, version, answers from application where id = any($1::uuid[])', [people.map(({ application }) => application)]);
  const ours = people.map((person) => ({ person, version, marker: '' }));
  const raw = people.map(({ application }) => ({ person: { application }, version, marker: '' }));
  const section = theSection(answers);
  const sides = { ours: { ...stage.ours, expected: 200, next: editing(ours, (editor, text) => saveOurs(editor, section, text)) },
    raw: { ...stage.raw, expected: 200, next: editing(raw, (editor, text) => saveRaw(editor, section, withText(answers, section, text)[section.key])) } };
  const score = await compare({ ...ROUNDS, tell, ...sides });
  await withoutVacuum(client);
  const wal = { ours: await walPerSave(client, sides.ours), raw: await walPerSave(client, sides.raw) };
  const broken = await judge(client, ours, section);
  await client.end();
  return { ...score, broken, facts: { patchBytes: PATCH_BYTES, walPerSave: Math.round(wal.ours), rawWalPerSave: Math.round(wal.raw), walPerPatchByte: wal.ours / PATCH_BYTES } };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const isFile = (answer) => [answer].flat().length > 0 && [answer].flat().every((one) => typeof one === 'string' && UUID.test(one));

/** The files belong to the one who made the draft; the others are copies of it and may not name them. */
const withoutFiles = (answers) => Object.fromEntries(Object.entries(answers).map(([key, section]) => [key, Object.fromEntries(Object.entries(section).filter(([, answer]) => !isFile(answer)))]));

/** The section with the longest text, and the question that holds it. */
function theSection(answers) {
  const texts = Object.entries(answers).flatMap(([key, questions]) => Object.entries(questions).filter(([, text]) => typeof text === 'string').map(([question, text]) => ({ key, question, length: text.length })));
  return texts.sort((a, b) => b.length - a.length)[0];
}

const withText = (answers, { key, question }, text) => ({ ...answers, [key]: { ...answers[key], [question]: text } });

/** Each editor has one save under way at a time; three in a hundred come from a window that has not heard of the last one. */
function editing(editors, save) {
  let turn = 0;
  let saves = 0;
  const free = [...editors];
  return () => {
    const editor = free.splice(turn++ % free.length, 1)[0];
    saves += 1;
    const stale = saves % Math.round(1 / CONFLICTING) === 0;
    const marker = `第${saves}次保存`;
    const text = marker.padEnd(PATCH_BYTES / 3, '妇女儿童家庭服务');
    const asked = save({ ...editor.person, version: stale ? editor.version - 1 : editor.version }, text);
    return { ...asked, expected: stale ? 412 : 200, done: (status, body) => {
      free.push(editor);
      if (status !== 200) return;
      if (!stale) Object.assign(editor, { version: JSON.parse(body).version, marker });
      else editor.overwritten = true;
    } };
  };
}

/** As the page sends it: what has changed, and the version that it was changed from. */
const saveOurs = ({ application, cookie, csrf, version }, { key, question }, text) => ({
  method: 'PATCH', path: `/api/applications/${application}/answers`, headers: { cookie, 'x-csrf-token': csrf }, body: JSON.stringify({ changes: { [key]: { [question]: text } }, version }),
});

const saveRaw = ({ application, version }, { key }, answers) => ({ method: 'PUT', path: `/drafts/${application}`, body: JSON.stringify({ version, section: key, answers }) });

/** Cleaning up after all the saves before writes to the log as well; that is not what one save writes. */
async function withoutVacuum(client) {
  for (const table of ['application', 'audit_leaf', 'raw_draft']) await client.query(`alter table ${table} set (autovacuum_enabled = off)`);
  while ((await client.query('select from pg_stat_progress_vacuum')).rows.length > 0) await sleep(100);
}

/** Bytes of write-ahead log for one save, after a checkpoint's full pages have been written once. */
async function walPerSave(client, side) {
  const read = async () => Number((await client.query(`select pg_current_wal_insert_lsn() - '0/0' as at`)).rows[0].at);
  await closedLoop({ ...side, connections: 8, seconds: 1 });
  const before = await read();
  const { operations } = await closedLoop({ ...side, connections: 8, seconds: 3 });
  return ((await read()) - before) / operations;
}

async function judge(client, editors, { key, question }) {
  const { rows } = await client.query('select id, version, answers -> $2 ->> $3 as text from application where id = any($1::uuid[])', [editors.map(({ person }) => person.application), key, question]);
  const kept = new Map(rows.map((row) => [row.id, row]));
  const lost = editors.filter(({ person, version, marker }) => marker !== '' && (kept.get(person.application).version !== version || !kept.get(person.application).text.startsWith(marker)));
  const overwritten = editors.filter((editor) => editor.overwritten);
  return [
    ...(lost.length === 0 ? [] : [`${lost.length} drafts are not as their writers last saved them`]),
    ...(overwritten.length === 0 ? [] : [`${overwritten.length} drafts were overwritten from an old window`]),
  ];
}
