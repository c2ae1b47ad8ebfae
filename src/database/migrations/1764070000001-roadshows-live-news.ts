import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever writes what the screens of a roadshow show is heard by them, with the commit. The news name a place and carry nothing of what
 * was written: `roadshow:<call>` for everybody in the hall, `desk:<call>` for the host alone, `judge:<account>` for one judge.
 */
export class RoadshowsLiveNews1764070000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NEWS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const NEWS = `
  create function tell_live_session() returns trigger language plpgsql as $$
  begin
    perform pg_notify('live_news', 'roadshow:' || new.call_id);
    return null;
  end $$;
  create trigger roadshow_session_is_heard after insert or update on roadshow_session for each row execute function tell_live_session();

  create function tell_live_presentation() returns trigger language plpgsql as $$
  begin
    perform pg_notify('live_news', 'roadshow:' || s.call_id) from roadshow_session s where s.id = new.session_id;
    return null;
  end $$;
  create trigger roadshow_presentation_is_heard after insert or update on roadshow_presentation for each row execute function tell_live_presentation();

  create trigger live_opening_is_heard after insert or update on live_opening for each row execute function tell_live_session();

  create function tell_live_seat() returns trigger language plpgsql as $$
  begin
    perform pg_notify('live_news', 'desk:' || new.call_id);
    perform pg_notify('live_news', 'judge:' || new.account_id);
    return null;
  end $$;
  create trigger panel_seat_is_heard after insert or update on panel_seat for each row execute function tell_live_seat();

  create function tell_live_sheet() returns trigger language plpgsql as $$
  begin
    perform pg_notify('live_news', 'desk:' || s.call_id), pg_notify('live_news', 'judge:' || s.account_id) from panel_seat s where s.id = new.seat_id;
    return null;
  end $$;
  create trigger score_sheet_is_heard after insert on score_sheet for each row when (new.status <> 'draft') execute function tell_live_sheet();
  create trigger score_sheet_change_is_heard after update on score_sheet for each row when (old.status is distinct from new.status) execute function tell_live_sheet();

  create function tell_live_declaration() returns trigger language plpgsql as $$
  begin
    perform pg_notify('live_news', 'judge:' || new.account_id);
    perform pg_notify('live_news', 'desk:' || a.call_id) from application a where a.id = new.application_id;
    return null;
  end $$;
  create trigger conflict_declaration_is_heard after insert or update on conflict_declaration for each row execute function tell_live_declaration();
`;
