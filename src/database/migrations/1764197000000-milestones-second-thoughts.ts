import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accepted reports that are opened again by two people, what was paid on them, and orders to mend a project by a day. */
export class MilestonesSecondThoughts1764197000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REOPENINGS);
    await runner.query(RELIANCE);
    await runner.query(RECTIFICATIONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** That nobody grants what she asked for is held here too. */
const REOPENINGS = `
  create table milestone_reopening (
    id uuid primary key,
    milestone_id uuid not null references milestone (id),
    reason text not null check (reason <> ''),
    accepted_by uuid not null,
    accepted_at timestamptz not null,
    asked_by uuid not null references account (id),
    asked_at timestamptz not null,
    decided_by uuid references account (id),
    decided_at timestamptz,
    granted boolean,
    note text,
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (granted is null)),
    check (granted is not true or decided_by <> asked_by)
  );
  create unique index milestone_reopening_waiting on milestone_reopening (milestone_id) where decided_at is null;
  create index milestone_reopening_by_milestone on milestone_reopening (milestone_id, asked_at);
  grant select, insert on milestone_reopening to qiongxiang_app;
  grant update (decided_by, decided_at, granted, note) on milestone_reopening to qiongxiang_app;
`;

/** Payments that are on their way, or were made, before this was written down rest on their reports too. */
const RELIANCE = `
  create table milestone_reliance (
    milestone_id uuid not null references milestone (id),
    payment_id uuid not null,
    title jsonb not null check (title ?& array['zh', 'en']),
    paid boolean not null,
    primary key (milestone_id, payment_id)
  );
  grant select, insert, delete on milestone_reliance to qiongxiang_app;
  grant update (paid) on milestone_reliance to qiongxiang_app;
  insert into milestone_reliance (milestone_id, payment_id, title, paid)
    select m.id, t.id, t.title, t.status in ('paid', 'acknowledged') from tranche t join milestone m on m.project_id = t.project_id and m.status = 'accepted'
    where t.status in ('prepared', 'approved', 'paid', 'acknowledged')
      and (t.at_actual or exists (select from jsonb_array_elements(t.conditions) c where c ->> 'kind' = 'milestone_accepted' and c ->> 'milestone' = m.key));
`;

const RECTIFICATIONS = `
  create table rectification (
    id uuid primary key,
    project_id uuid not null references project (id),
    node_path text not null,
    organisation_id uuid not null references organisation (id),
    evaluation_key text,
    demand text not null check (demand <> ''),
    due_on date not null,
    otherwise jsonb not null,
    status text not null check (status in ('ordered', 'answered', 'returned', 'accepted')),
    ordered_by uuid not null,
    ordered_at timestamptz not null,
    answer text,
    evidence uuid[] not null,
    answered_by uuid,
    answered_at timestamptz,
    decided_by uuid,
    decided_at timestamptz,
    note text,
    version integer not null,
    check (status = 'ordered' or (answer is not null and answered_at is not null)),
    check (status not in ('returned', 'accepted') or (decided_by is not null and decided_at is not null)),
    check (status <> 'returned' or note is not null),
    check (decided_by is null or decided_by <> answered_by)
  );
  create unique index rectification_open on rectification (project_id) where status <> 'accepted';
  create index rectification_by_organisation on rectification (organisation_id);
  grant select, insert, update on rectification to qiongxiang_app;
`;
