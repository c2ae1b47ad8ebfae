import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports that somebody asked for (the files themselves are documents), and what anybody may look up by its hash. */
export class ReportingReports1764001500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPORTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const REPORTS = `
  create table report (
    id uuid primary key,
    call_id uuid not null references call (id),
    node_path text not null,
    kind text not null check (kind in ('round_report')),
    format text not null check (format in ('pdf', 'xlsx')),
    status text not null check (status in ('asked', 'making', 'ready', 'failed')),
    attempt integer not null check (attempt > 0),
    progress integer not null check (progress between 0 and 100),
    step jsonb not null check (step ?& array['zh', 'en']),
    asked_by uuid not null references account (id),
    asked_at timestamptz not null,
    ended_at timestamptz,
    document_id uuid unique references document (id),
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    failure jsonb check (failure ?& array['zh', 'en']),
    version integer not null,
    check ((status = 'ready') = (document_id is not null)),
    check ((document_id is null) = (sha256 is null)),
    check ((status = 'failed') = (failure is not null)),
    check ((status in ('ready', 'failed')) = (ended_at is not null)),
    check (status <> 'ready' or progress = 100)
  );
  create index report_by_call on report (call_id, id desc);
  create index report_by_hash on report (sha256) where sha256 is not null;
  grant select, insert on report to qiongxiang_app;
  create index score_ranking_by_hash on score_ranking (hash);
  create index award_notice_by_hash on award_notice (hash);
  create index award_notice_by_document on award_notice (document_id) where document_id is not null;
  grant update (status, attempt, progress, step, ended_at, document_id, sha256, failure, version) on report to qiongxiang_app;
`;
