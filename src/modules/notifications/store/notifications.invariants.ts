/** What must never be seen; each query answers the offending rows. */
export const notificationsInvariants = [
  {
    name: 'every message in an inbox has one letter beside it',
    sql: `select n.id from notification n where (select count(*) from outbox o where o.handler = 'notifications.send-mail' and o.key = n.key || ':' || n.account_id) <> 1`,
  },
  {
    name: 'nobody sent a mailing that she had prepared herself',
    sql: `select id from mailing where status = 'sent' and decided_by = prepared_by`,
  },
  {
    name: 'no letter of a mailing is in an inbox unless the mailing was sent',
    sql: `select m.id from mailing m, jsonb_array_elements(m.letters) letter join notification n on n.key = letter ->> 'key' where m.status <> 'sent'`,
  },
];
