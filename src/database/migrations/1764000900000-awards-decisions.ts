import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AwardsDecisions1764000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table award_round (
        call_id uuid primary key references call,
        node_path text not null,
        ranking_id uuid not null,
        manifest_hash text not null,
        rulebook_version integer not null,
        pool_fen bigint not null check (pool_fen >= 0),
        rule jsonb not null,
        candidates jsonb not null,
        decided_by uuid not null,
        decided_at timestamptz not null
      );
      grant select, insert, update on award_round to qiongxiang_app;

      create table award (
        id uuid primary key,
        call_id uuid not null references award_round,
        application_id uuid not null unique references application,
        organisation_id uuid not null references organisation,
        node_path text not null,
        category_key text not null,
        rank integer,
        status text not null check (status in ('proposed', 'in_publicity', 'confirmed', 'accepted', 'declined', 'withdrawn', 'reserve')),
        amount_fen bigint not null check (amount_fen >= 0),
        seat jsonb,
        place integer,
        reason jsonb not null,
        notice_id uuid,
        publicity_ended_at timestamptz,
        answer_until timestamptz,
        answered_at timestamptz,
        note text,
        version integer not null,
        check (status = 'reserve' or amount_fen > 0),
        check (status not in ('confirmed', 'accepted', 'declined') or answer_until is not null)
      );
      create index award_by_call on award (call_id, status);
      create index award_unanswered on award (answer_until) where status = 'confirmed';
      grant select, insert, update on award to qiongxiang_app;

      create table award_act (
        id uuid primary key,
        call_id uuid not null references call,
        kind text not null check (kind in ('amount', 'tie')),
        application_ids uuid[] not null check (cardinality(application_ids) > 0),
        amount_fen bigint check (amount_fen > 0),
        reason text not null check (reason <> ''),
        actor_id uuid not null,
        at timestamptz not null,
        check ((kind = 'amount') = (amount_fen is not null))
      );
      create index award_act_by_call on award_act (call_id, id);
      grant select, insert on award_act to qiongxiang_app;

      create table award_notice (
        id uuid primary key,
        call_id uuid not null references call,
        ordinal integer not null check (ordinal > 0),
        published_at timestamptz not null,
        first_day date not null,
        last_day date not null check (last_day >= first_day),
        content jsonb not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        document_id uuid,
        withdrawn_at timestamptz,
        withdrawn_reason text,
        unique (call_id, ordinal),
        check ((withdrawn_at is null) = (withdrawn_reason is null))
      );
      alter table award add foreign key (notice_id) references award_notice;
      grant select, insert on award_notice to qiongxiang_app;
      grant update (document_id, withdrawn_at, withdrawn_reason) on award_notice to qiongxiang_app;

      create table award_objection (
        id uuid primary key,
        call_id uuid not null references call,
        notice_id uuid not null references award_notice,
        award_id uuid references award,
        node_path text not null,
        reference text not null unique,
        status text not null check (status in ('received', 'admissible', 'inadmissible', 'upheld', 'rejected', 'escalated')),
        anonymous boolean not null,
        sealed_person text,
        text text not null check (text <> ''),
        received_at timestamptz not null,
        answer_until date not null,
        reply text,
        decided_by uuid,
        decided_at timestamptz,
        version integer not null,
        check (anonymous = (sealed_person is null)),
        check (status in ('received', 'admissible') or (reply is not null and decided_by is not null))
      );
      create index award_objection_by_call on award_objection (call_id, received_at);
      grant select, insert, update on award_objection to qiongxiang_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
