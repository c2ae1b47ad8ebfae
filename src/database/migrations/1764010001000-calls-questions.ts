import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people ask about a call, and the answers that everybody reads. */
export class CallsQuestions1764010001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(QUESTIONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** An answer is given once: from then on the row stays as it is. A clarification without an asker is the officer's own. */
const QUESTIONS = `
  create table call_question (
    id uuid primary key,
    call_id uuid not null references call (id),
    asked text check (asked <> ''),
    asked_by uuid references account (id),
    asker_email text,
    asker_language text not null check (asker_language in ('zh', 'en')),
    asked_at timestamptz not null,
    status text not null check (status in ('waiting', 'answered', 'set_aside')),
    told text,
    answer text,
    decided_by uuid references account (id),
    decided_at timestamptz,
    check (asked_by is null or asker_email is null),
    check ((status = 'waiting') = (answer is null) and (answer is null) = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check ((status = 'answered') = (told is not null))
  );
  create index call_question_by_call on call_question (call_id, asked_at);
  create index call_question_waiting on call_question (call_id) where status = 'waiting';
  grant select, insert on call_question to qiongxiang_app;
  grant update (status, told, answer, decided_by, decided_at) on call_question to qiongxiang_app;

  create function call_question_stays() returns trigger language plpgsql as $$
  begin
    if old.status <> 'waiting' then raise exception 'an answer stays as it was published'; end if;
    return new;
  end $$;
  create trigger call_question_stays before update on call_question for each row execute function call_question_stays();
`;
