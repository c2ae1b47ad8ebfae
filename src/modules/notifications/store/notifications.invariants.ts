/** What must never be seen; each query answers the offending rows. */
export const notificationsInvariants = [
  {
    name: 'every message in an inbox has one letter beside it',
    sql: `select n.id from notification n where (select count(*) from outbox o where o.handler = 'notifications.send-mail' and o.key = n.key || ':' || n.account_id) <> 1`,
  },
];
