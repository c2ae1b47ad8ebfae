import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Later deadlines of published calls: proposed by one officer, confirmed by another. */
export class CallsExtensions1764010000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EXTENSIONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** That a deadline never comes nearer and that nobody confirms her own proposal is held here too. */
const EXTENSIONS = `
  create table call_extension (
    id uuid primary key,
    call_id uuid not null references call (id),
    former_closes_at timestamptz not null,
    closes_at timestamptz not null check (closes_at > former_closes_at),
    moves_later boolean not null,
    reason text not null check (reason <> ''),
    status text not null check (status in ('proposed', 'confirmed', 'declined', 'withdrawn')),
    proposed_by uuid not null references account (id),
    proposed_at timestamptz not null,
    decided_by uuid references account (id),
    decided_at timestamptz,
    answer text,
    rulebook_version integer,
    check ((status = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check ((status = 'confirmed') = (rulebook_version is not null)),
    check (status not in ('confirmed', 'declined') or decided_by <> proposed_by),
    check (status <> 'declined' or answer is not null),
    foreign key (call_id, rulebook_version) references call_rulebook (call_id, version)
  );
  create unique index call_extension_waiting on call_extension (call_id) where status = 'proposed';
  create index call_extension_by_call on call_extension (call_id, proposed_at desc);
  grant select, insert on call_extension to qiongxiang_app;
  grant update (status, decided_by, decided_at, answer, rulebook_version) on call_extension to qiongxiang_app;
`;
