import { aProject, signContract, type RunningCall } from '../../support/a-project.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

/**
 * What is no act of a person on the record: how she is signed in, what is on its way to her, where she is in a draft, a file that
 * is still being taken in, numbers that are kept ready for whoever submits next, and the platform's own book-keeping.
 */
const BESIDE = [
  'account_session', 'sign_in_throttle', 'idempotency_key', 'outbox', 'mailed_link', 'notification', 'kept_mail', 'application_presence', 'live_opening',
  'audit_leaf', 'audit_node', 'audit_seal', 'migrations', 'recovery_code', 'second_factor', 'document_intake',
  'application_number', 'application_number_ready',
];

/** Remembers in which transaction each table was written, and in which a leaf was laid; seen from the database, no code is asked. */
const WATCH = `
  create schema watch;
  create table watch.written (tx xid8, place text, what text);
  create function watch.note() returns trigger language plpgsql security definer as $$
  begin
    insert into watch.written values (pg_current_xact_id(), tg_table_name, tg_op);
    return null;
  end $$;
  do $$ declare place text; begin
    for place in select tablename from pg_tables where schemaname = 'public' loop
      execute format('create trigger watch_it after insert or update or delete on public.%I for each statement execute function watch.note()', place);
    end loop;
  end $$;`;

const WITHOUT_A_LEAF = `
  select distinct w.place, w.what from watch.written w
  where w.place <> all($1) and not exists (select 1 from watch.written l where l.tx = w.tx and l.place = 'audit_leaf' and l.what = 'INSERT')
  order by 1, 2`;

describe('every write', () => {
  let app: TestApp;
  let round: RunningCall;

  beforeAll(async () => {
    app = await bootApp();
    await app.db.query(WATCH);
    round = await aProject(app);
    await signContract(app, round);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const leaves = async (): Promise<number> => (await app.db.query<{ n: number }>('select count(*)::int as n from audit_leaf')).rows[0]!.n;
  const written = async (): Promise<string[]> => (await app.db.query<{ place: string }>('select distinct place from watch.written')).rows.map(({ place }) => place);

  it('of a round played from its call to the signed contract is in one transaction with its leaf', async () => {
    expect(await written()).toEqual(expect.arrayContaining(['call', 'organisation', 'application', 'application_submission', 'score_sheet', 'score_ranking', 'award', 'award_notice', 'project', 'contract', 'milestone', 'tranche', 'ledger_journal', 'audit_leaf']));
    expect((await app.db.query(WITHOUT_A_LEAF, [BESIDE])).rows).toEqual([]);
  });

  it('does not happen when its leaf cannot be laid', async () => {
    await app.db.query(`create function watch.refuse() returns trigger language plpgsql as $$ begin raise exception 'the trail is closed'; end $$;
      create trigger refuse_it before insert on audit_leaf for each row execute function watch.refuse()`);
    const before = await leaves();
    const { call, founder, organisationId } = round;
    const acts: readonly [Person, string, object][] = [
      [call.officer, `/api/organisations/${organisationId}/stop`, { reason: '资金核查' }],
      [founder, `/api/organisations/${organisationId}/bank-accounts`, { bankName: '中国银行', accountName: '木兰服务中心', number: '6222020200112233445' }],
      [founder, '/api/applications', { callId: call.id, organisationId }],
    ];
    const rows = async () => (await app.db.query('select (select stop_reason from organisation where id = $1) as stopped, (select count(*)::int from organisation_bank_account) as accounts, (select count(*)::int from application) as applications', [organisationId])).rows[0];
    const kept = await rows();
    for (const [person, path, body] of acts) expect((await person.client.post(path, body)).status).toBeGreaterThanOrEqual(400);
    expect((await call.officer.client.post(acts[0]![1], acts[0]![2])).status).toBe(500);
    expect(await rows()).toEqual(kept);
    expect(await leaves()).toBe(before);
    await app.db.query('drop trigger refuse_it on audit_leaf');
    expect((await call.officer.client.post(acts[0]![1], acts[0]![2])).status).toBe(201);
  });
});
