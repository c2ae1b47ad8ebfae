import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages that ask for a step are found by what they are about, to be answered once the step is done; those of steps done before are. */
export class NotificationsNothingLeftToDo1764197000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index notification_unread_by_key on notification (key text_pattern_ops) where read_at is null');
    await runner.query(DONE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const DONE = `
  update notification n set read_at = now() from tranche t where n.read_at is null and n.link = '/desk/payments/' || t.id and (
    (n.kind in ('payment-request', 'payment-refuse') and t.status <> 'requested') or (n.kind = 'payment-prepare' and t.status <> 'prepared')
    or (n.kind = 'payment-approve' and t.status <> 'approved') or (n.kind = 'payment-pay' and t.status <> 'paid'));
  update notification n set read_at = now() from fund_deposit d where n.read_at is null and n.key = 'deposit-proposed:' || d.id and d.status <> 'proposed';
  update notification n set read_at = now() from organisation_bank_account a where n.read_at is null and n.key = 'bank-account-proposed:' || a.id and a.status <> 'proposed';
`;
