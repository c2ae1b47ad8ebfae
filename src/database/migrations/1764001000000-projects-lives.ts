import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProjectsLives1764001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table project (
        id uuid primary key,
        number text not null unique,
        call_id uuid not null references call,
        node_path text not null,
        application_id uuid not null unique references application,
        award_id uuid not null unique references award,
        organisation_id uuid not null references organisation,
        organisation_name text not null,
        name text not null,
        category_key text not null,
        awarded_fen bigint not null check (awarded_fen > 0),
        total_fen bigint not null check (total_fen >= 0),
        budget jsonb not null,
        status text not null check (status in ('opened', 'contracted', 'running', 'rectifying', 'evaluating', 'settled', 'archived', 'suspended', 'terminated')),
        suspended_from text,
        stopped_reason text,
        contract jsonb,
        opened_at timestamptz not null,
        publicity_ended_at timestamptz,
        version integer not null,
        check ((status = 'suspended') = (suspended_from is not null)),
        check (status not in ('suspended', 'terminated') or stopped_reason is not null),
        check (status not in ('contracted', 'running', 'rectifying', 'evaluating', 'settled') or contract is not null)
      );
      create index project_by_call on project (call_id, number);
      create index project_by_organisation on project (organisation_id);
      create index project_by_node on project (node_path text_pattern_ops);
      grant select, insert, update on project to qiongxiang_app;

      create table project_history (
        project_id uuid not null references project,
        step integer not null,
        move text not null,
        from_status text not null,
        to_status text not null,
        reason text,
        actor_id uuid not null,
        at timestamptz not null,
        primary key (project_id, step)
      );
      grant select, insert on project_history to qiongxiang_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
