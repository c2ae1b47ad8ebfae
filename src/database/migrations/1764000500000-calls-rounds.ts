import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programmes, their calls, the versions of each call's rulebook and every move a call made. */
export class CallsRounds1764000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROGRAMMES_AND_CALLS);
    await runner.query(RULEBOOKS_AND_HISTORY);
    await runner.query(HOLIDAY_NOTICES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const PROGRAMMES_AND_CALLS = `
  create table programme (
    id uuid primary key,
    node_path text not null,
    code text not null unique check (code ~ '^[A-Z0-9]{2,12}$'),
    title jsonb not null check (title ?& array['zh', 'en']),
    created_by uuid not null,
    created_at timestamptz not null
  );
  create index programme_by_node on programme (node_path text_pattern_ops);
  grant select, insert, update on programme to qiongxiang_app;

  create table call (
    id uuid primary key,
    programme_id uuid not null references programme (id),
    parent_id uuid references call (id),
    node_path text not null,
    number text not null unique,
    title jsonb not null check (title ?& array['zh', 'en']),
    status text not null check (status in ('draft', 'needs_collection', 'published', 'open', 'closed', 'reviewing', 'decided',
      'in_publicity', 'confirmed', 'running', 'closing', 'archived', 'suspended', 'cancelled')),
    suspended_from text check (suspended_from in ('published', 'open', 'closed', 'reviewing', 'decided', 'in_publicity', 'confirmed', 'running')),
    reason text,
    rulebook_version integer not null check (rulebook_version >= 1),
    opens_at timestamptz,
    closes_at timestamptz,
    grace_seconds integer not null check (grace_seconds between 0 and 86400),
    category_keys text[] not null,
    visibility text not null check (visibility in ('public', 'invited')),
    published_at timestamptz,
    created_by uuid not null,
    created_at timestamptz not null,
    version integer not null,
    check ((status = 'suspended') = (suspended_from is not null)),
    check (status not in ('suspended', 'cancelled') or reason is not null),
    check (status in ('draft', 'needs_collection', 'cancelled') or (published_at is not null and opens_at is not null and closes_at is not null)),
    check (closes_at > opens_at or published_at is null)
  );
  create index call_by_programme on call (programme_id, created_at);
  create index call_by_node on call (node_path text_pattern_ops);
  create index call_by_publication on call (published_at desc, id desc) where published_at is not null;
  create index call_waiting_to_open on call (opens_at) where status = 'published';
  create index call_waiting_to_close on call (closes_at) where status = 'open';
  create index call_by_category on call using gin (category_keys);
  grant select, insert, update on call to qiongxiang_app;
`;

/** Both only grow. `json` keeps the text of a rulebook as its author ordered it. */
const RULEBOOKS_AND_HISTORY = `
  create table call_rulebook (
    call_id uuid not null references call (id),
    version integer not null check (version >= 1),
    rulebook json not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    reason text,
    after_publication boolean not null,
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (call_id, version),
    check (not after_publication or reason is not null)
  );
  grant select, insert on call_rulebook to qiongxiang_app;
  alter table call add foreign key (id, rulebook_version) references call_rulebook (call_id, version) deferrable initially deferred;

  create table call_history (
    call_id uuid not null references call (id),
    step integer not null,
    move text not null,
    from_status text not null,
    to_status text not null,
    reason text,
    rulebook_version integer not null,
    actor_id uuid not null,
    at timestamptz not null,
    primary key (call_id, step)
  );
  grant select, insert on call_history to qiongxiang_app;
`;

/** The yearly notices of the State Council that came after the product; a row replaces the recorded notice of its year. */
const HOLIDAY_NOTICES = `
  create table holiday_notice (
    year integer primary key check (year between 2000 and 2100),
    notice jsonb not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null
  );
  grant select, insert, update on holiday_notice to qiongxiang_app;
`;
