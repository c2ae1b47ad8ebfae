import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts the changes to what is read at every step and seldom changes: a call and its rules. Counted as the change commits, so that nobody
 * who reads the count can still read what was before it, and so that the count is held for no longer than the commit.
 */
export class LibsSeldomChanged1764197700001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table seldom_changed (
        one boolean primary key default true check (one),
        changes bigint not null
      );
      insert into seldom_changed (changes) values (0);
      grant select on seldom_changed to qiongxiang_app;

      create function count_seldom_change() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update seldom_changed set changes = changes + 1;
          return null;
        end $$;
      create constraint trigger call_seldom_changed after insert or update or delete on call
        deferrable initially deferred for each row execute function count_seldom_change();
      create constraint trigger call_rulebook_seldom_changed after insert or update or delete on call_rulebook
        deferrable initially deferred for each row execute function count_seldom_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
