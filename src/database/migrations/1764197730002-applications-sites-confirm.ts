import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every sending is a row of its own: sent anew, the one before it ends and keeps what was answered under it. */
const SITES = `
  create table application_site (
    id uuid primary key,
    application_id uuid not null references application (id),
    name text not null check (length(name) between 2 and 100),
    email text,
    token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
    asked_by uuid not null references account (id),
    asked_at timestamptz not null,
    ended_at timestamptz,
    ended_how text check (ended_how in ('withdrawn', 'sent_anew')),
    said text not null default 'asked' check (said in ('asked', 'confirmed', 'declined')),
    answered_at timestamptz,
    answerer text,
    office text,
    phone text,
    reason text,
    content text,
    content_hash text,
    check ((ended_at is null) = (ended_how is null)),
    check ((said = 'asked') = (answered_at is null)),
    check (said = 'asked' or (answerer is not null and office is not null and phone is not null and content is not null and content_hash is not null)),
    check (said <> 'declined' or reason is not null)
  );
  create unique index application_site_live on application_site (application_id, name) where ended_at is null;
  create index application_site_by_application on application_site (application_id);
  grant select, insert, update on application_site to qiongxiang_app;`;

/** How many requests stand, on the row that is read anyway: an application without any asks nothing more. */
const COUNT = 'alter table application add column site_requests int not null default 0';

/** What a site has said stays as it was said. */
const KEPT = `
  create function refuse_changed_site() returns trigger language plpgsql as $$
  begin
    if new.application_id <> old.application_id or new.name <> old.name or new.token_hash <> old.token_hash
      or (old.said <> 'asked' and row (new.said, new.answered_at, new.answerer, new.office, new.phone, new.reason, new.content, new.content_hash)
        is distinct from row (old.said, old.answered_at, old.answerer, old.office, old.phone, old.reason, old.content, old.content_hash))
      or (old.ended_at is not null and new.ended_at is distinct from old.ended_at) then
      raise exception 'application_site: a request keeps its link, and what was answered under it' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger changed_site before update on application_site for each row execute function refuse_changed_site();`;

/** A site without an account confirms over a link what is planned there. */
export class ApplicationsSitesConfirm1764197730002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SITES);
    await runner.query(COUNT);
    await runner.query(KEPT);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
