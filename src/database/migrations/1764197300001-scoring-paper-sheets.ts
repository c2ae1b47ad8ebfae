import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets that guest judges fill in on paper: a code for each, and what every member of staff who read the paper took from it. */
export class ScoringPaperSheets1764197300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SEATS);
    await runner.query(PAPER);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const SEATS = `
  alter table panel_seat add column on_paper boolean not null default false;
  alter table document drop constraint document_audience_check;
  alter table document add constraint document_audience_check check (audience in ('staff', 'organisation', 'public', 'held'));
`;

const PAPER = `
  create table paper_sheet (
    code text primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
    seat_id uuid not null references panel_seat (id),
    application_id uuid references application (id),
    printed_by uuid not null references account (id),
    printed_at timestamptz not null,
    unique nulls not distinct (seat_id, application_id)
  );
  grant select, insert on paper_sheet to qiongxiang_app;

  create table paper_entry (
    code text not null references paper_sheet (code),
    entered_by uuid not null references account (id),
    base_version integer not null check (base_version >= 0),
    said jsonb not null,
    by_file boolean not null,
    scan_id uuid not null references document (id),
    entered_at timestamptz not null,
    primary key (code, entered_by)
  );
  grant select, insert, update on paper_entry to qiongxiang_app;
`;
