import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What projects owe, what they reported, and how they were evaluated. */
export class MilestonesPlanAndEvaluation1764001200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MILESTONES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const MILESTONES = `
  create table milestone (
    id uuid primary key,
    project_id uuid not null references project (id),
    call_id uuid not null references call (id),
    node_path text not null,
    organisation_id uuid not null references organisation (id),
    key text not null,
    ordinal integer not null check (ordinal > 0),
    title jsonb not null check (title ?& array['zh', 'en']),
    status text not null check (status in ('planned', 'submitted', 'returned', 'accepted')),
    due_on date not null,
    accepted_by text not null check (accepted_by in ('operator', 'funder', 'evaluator')),
    evidence_kinds text[] not null,
    report jsonb not null,
    spent_fen bigint not null check (spent_fen >= 0),
    submitted_at timestamptz,
    decided_at timestamptz,
    decided_by uuid,
    reason text,
    version integer not null,
    unique (project_id, key, ordinal),
    check (status in ('planned') or submitted_at is not null),
    check ((status = 'accepted') <= (decided_by is not null)),
    check (status <> 'returned' or reason is not null)
  );
  create index milestone_by_due on milestone (due_on) where status <> 'accepted';
  create index milestone_by_organisation on milestone (organisation_id, due_on);
  grant select, insert, update on milestone to qiongxiang_app;

  create table evaluation (
    id uuid primary key,
    project_id uuid not null references project (id),
    key text not null,
    scores jsonb not null,
    score text not null,
    grade_key text not null,
    passed boolean not null,
    opinion text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    unique (project_id, key)
  );
  grant select, insert on evaluation to qiongxiang_app;
`;
