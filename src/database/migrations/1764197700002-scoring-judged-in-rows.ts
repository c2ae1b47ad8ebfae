import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The applications that a stage judges, as rows beside the list in `score_stage`: whoever saves one score asks about one application and
 * should not have to read a list of thousands.
 */
export class ScoringJudgedInRows1764197700002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table score_stage_application (
        call_id uuid not null,
        stage_key text not null,
        application_id uuid not null,
        primary key (call_id, stage_key, application_id),
        foreign key (call_id, stage_key) references score_stage (call_id, stage_key) on delete cascade
      );
      grant select on score_stage_application to qiongxiang_app;

      create function keep_judged_rows() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          delete from score_stage_application where call_id = new.call_id and stage_key = new.stage_key and application_id <> all (new.application_ids);
          insert into score_stage_application (call_id, stage_key, application_id)
            select new.call_id, new.stage_key, id from (select distinct unnest(new.application_ids) as id) judged on conflict do nothing;
          return null;
        end $$;
      create trigger score_stage_judged_on_insert after insert on score_stage for each row execute function keep_judged_rows();
      create trigger score_stage_judged_on_update after update of application_ids on score_stage for each row
        when (new.application_ids is distinct from old.application_ids) execute function keep_judged_rows();
      insert into score_stage_application (call_id, stage_key, application_id)
        select call_id, stage_key, id from (select distinct call_id, stage_key, unnest(application_ids) as id from score_stage) judged;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
