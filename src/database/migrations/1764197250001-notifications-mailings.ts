import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters to many that wait for a second person. */
export class NotificationsMailings1764197250001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MAILINGS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const MAILINGS = `
  create table mailing (
    id uuid primary key,
    key text not null unique,
    node_path text not null,
    about jsonb not null,
    letters jsonb not null,
    people int not null check (people > 0),
    status text not null check (status in ('waiting', 'sent', 'dropped')),
    prepared_by uuid not null references account (id),
    prepared_at timestamptz not null,
    decided_by uuid references account (id),
    decided_at timestamptz,
    note text,
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (status = 'waiting')),
    check (status <> 'sent' or decided_by <> prepared_by)
  );
  create index mailing_by_place on mailing (node_path text_pattern_ops, prepared_at);
  grant select, insert, update on mailing to qiongxiang_app;

  create function refuse_mailing_changes() returns trigger language plpgsql as $$
  begin
    if old.status <> 'waiting' or (new.letters, new.people, new.prepared_by, new.node_path) is distinct from (old.letters, old.people, old.prepared_by, old.node_path) then
      raise exception 'mailing: what was looked over is what goes out, once' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger mailing_settled_once before update on mailing for each row execute function refuse_mailing_changes();
`;
