import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many applications stand in each status is kept as changes that are only added, so that nobody who submits waits for a common row and no
 * two who move many can block each other; the sum of a group is its number. What was handed in and is no draft again is counted. A job gathers
 * the changes of a group into one row.
 */
export class ApplicationsTally1764196501000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table application_tally (
        id bigint generated always as identity primary key,
        call_id uuid not null, node_path text not null, category_key text not null, status text not null,
        n int not null check (n <> 0)
      );
      create index application_tally_of_call on application_tally (call_id);
      grant select, insert, delete on application_tally to qiongxiang_app;

      create function tally_added_applications() returns trigger language plpgsql as $$
      begin
        insert into application_tally (call_id, node_path, category_key, status, n)
          select call_id, node_path, category_key, status, count(*) from added
          where submitted_at is not null and status <> 'draft' group by 1, 2, 3, 4;
        return null;
      end $$;
      create trigger added_applications_are_tallied after insert on application
        referencing new table as added for each statement execute function tally_added_applications();

      create function tally_changed_application() returns trigger language plpgsql as $$
      begin
        if old.submitted_at is not null and old.status <> 'draft' then
          insert into application_tally (call_id, node_path, category_key, status, n) values (old.call_id, old.node_path, old.category_key, old.status, -1);
        end if;
        if tg_op = 'UPDATE' and new.submitted_at is not null and new.status <> 'draft' then
          insert into application_tally (call_id, node_path, category_key, status, n) values (new.call_id, new.node_path, new.category_key, new.status, 1);
        end if;
        return null;
      end $$;
      create trigger changed_application_is_tallied after update on application for each row
        when ((old.status <> 'draft' or new.status <> 'draft')
          and (old.call_id, old.node_path, old.category_key, old.status, old.submitted_at is null)
            is distinct from (new.call_id, new.node_path, new.category_key, new.status, new.submitted_at is null))
        execute function tally_changed_application();
      create trigger removed_application_is_tallied after delete on application for each row execute function tally_changed_application();

      insert into application_tally (call_id, node_path, category_key, status, n)
        select call_id, node_path, category_key, status, count(*) from application
        where submitted_at is not null and status <> 'draft' group by 1, 2, 3, 4;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
