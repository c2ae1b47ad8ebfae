import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which places were reminded of open sheets and have not finished since: the message leaves the bell when they have. */
export class ScoringSheetsAwaited1764197670003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sheets_awaited (
        seat_id uuid primary key references panel_seat (id),
        told_at timestamptz not null
      );
      grant select, insert, update, delete on sheets_awaited to qiongxiang_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
