import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the bytes of a file have been looked through for malware, and who has let it be opened without that. */
export class DocumentsScanning1764030000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCANNING);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** What the platform has made itself was recorded together with its owner; everything else was handed in and nobody has scanned it. */
const SCANNING = `
  alter table document
    add column scan text not null default 'trusted' check (scan in ('trusted', 'quarantined', 'clean', 'infected', 'unscanned')),
    add column finding text check (length(finding) <= 200),
    add column scanned_at timestamptz,
    add column released_by uuid,
    add column released_at timestamptz,
    add column release_reason text check (length(release_reason) between 1 and 500),
    add constraint document_finding check ((scan = 'infected') = (finding is not null)),
    add constraint document_scanned check (scan not in ('clean', 'infected') or scanned_at is not null),
    add constraint document_released check (num_nonnulls(released_by, released_at, release_reason) in (0, 3) and (released_at is null or scan in ('unscanned', 'clean', 'infected')));
  update document set scan = 'unscanned' where exists (
    select from audit_leaf where subject_kind = 'document' and subject_id = document.id::text and action = 'document.kept' and facts -> 'owner' = 'null');
  alter table document alter column scan drop default;
  create index document_unscanned on document (made_at) where scan in ('quarantined', 'unscanned');
  create index document_infected on document (id) where scan = 'infected';
  grant update (scan, finding, scanned_at, released_by, released_at, release_reason) on document to qiongxiang_app;
`;
