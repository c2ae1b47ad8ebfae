import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Chinese has no spaces between words and pg_trgm makes nothing of one or two characters, so what is searched for is found by the single
 * characters and pairs of characters of number, project and organisation, in plain SQL.
 */
export class ApplicationsFoundByWords1764040000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function application_grams(number text, project_name text, organisation_name text) returns text[] language sql immutable parallel safe as $$
        select coalesce(array_agg(distinct gram), '{}') from (
          select substr(line, start, size) as gram
          from (select lower(normalize(coalesce(number, '') || E'\\n' || project_name || E'\\n' || organisation_name, nfkc)) as line) lines,
            generate_series(1, char_length(line)) start, generate_series(1, 2) size
          where start + size - 1 <= char_length(line)) grams
        where gram !~ '\\s'
      $$;
      grant execute on function application_grams to qiongxiang_app;
      create index application_by_words on application using gin (application_grams(number, project_name, organisation_name))
        where submitted_at is not null and status <> 'draft';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
