import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What one column may hold, as its type. PostgreSQL reads the text of a CHECK of a table, and of a trigger's WHEN, anew for every statement that
 * writes there; the constraints of a domain it keeps. Only for the tables that a submission writes.
 */
export class LibsCheckedByDomain1764197760003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOMAINS);
    await runner.query(TALLIED);
    await runner.query(TABLES);
    await runner.query(`
      create trigger changed_application_is_tallied after update of call_id, node_path, category_key, status, submitted_at on application
        for each row execute function tally_changed_application();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const DOMAINS = `
  create domain application_status as text check (value in ('draft', 'submitted', 'returned', 'withdrawn', 'eligible', 'ineligible', 'in_review', 'shortlisted',
    'not_shortlisted', 'awarded', 'reserved', 'not_awarded', 'declined'));
  create domain queue_name as text check (value in ('mail', 'documents', 'clock', 'default'));
  create domain fen_amount as bigint check (value >= 0);
  create domain positive_integer as integer check (value > 0);
  create domain percentage as integer check (value between 0 and 100);
  create domain some_text as text check (value <> '');
  create domain bytes_32 as bytea check (length(value) = 32);
  create domain sha256_hex as text check (value ~ '^[0-9a-f]{64}$');
`;

/** The trigger's condition, told in its function. */
const TALLIED = `
  drop trigger changed_application_is_tallied on application;
  create or replace function tally_changed_application() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and (old.call_id, old.node_path, old.category_key, old.status, old.submitted_at is null)
      is not distinct from (new.call_id, new.node_path, new.category_key, new.status, new.submitted_at is null) then
      return null;
    end if;
    if old.submitted_at is not null and old.status <> 'draft' then
      insert into application_tally (call_id, node_path, category_key, status, n) values (old.call_id, old.node_path, old.category_key, old.status, -1);
    end if;
    if tg_op = 'UPDATE' and new.submitted_at is not null and new.status <> 'draft' then
      insert into application_tally (call_id, node_path, category_key, status, n) values (new.call_id, new.node_path, new.category_key, new.status, 1);
    end if;
    return null;
  end $$;
`;

const TABLES = `
  alter table application
    drop constraint application_status_check, drop constraint application_requested_fen_check, drop constraint application_total_fen_check,
    drop constraint application_matching_fen_check, drop constraint application_ceiling_fen_check, drop constraint application_rank_check,
    alter column status type application_status, alter column requested_fen type fen_amount, alter column total_fen type fen_amount,
    alter column matching_fen type fen_amount, alter column ceiling_fen type fen_amount, alter column rank type positive_integer;
  alter table application_submission
    drop constraint application_submission_ordinal_check, drop constraint application_submission_hash_check,
    alter column ordinal type positive_integer, alter column hash type sha256_hex;
  alter table audit_leaf
    drop constraint audit_leaf_action_check, drop constraint audit_leaf_salt_check, drop constraint audit_leaf_content_hash_check,
    alter column action type some_text, alter column salt type bytes_32, alter column content_hash type bytes_32;
  alter table outbox
    drop constraint outbox_queue_check, drop constraint outbox_progress_check,
    alter column queue type queue_name, alter column progress type percentage;
`;
