/** What must never be seen; each query answers the offending rows. */
export const roadshowsInvariants = [
  {
    name: 'a closed roadshow has nobody left waiting',
    sql: `select s.id from roadshow_session s join roadshow_presentation p on p.session_id = s.id where s.status = 'closed' and p.status not in ('scored', 'absent')`,
  },
  {
    name: 'a running order has no gap',
    sql: `select session_id from roadshow_presentation where position is not null group by 1 having max(position) <> count(*)`,
  },
  {
    name: 'scores are open only for a project that was called to the stage',
    sql: `select o.application_id from live_opening o join roadshow_session s on s.call_id = o.call_id and s.stage_key = o.stage_key
      join roadshow_presentation p on p.session_id = s.id and p.application_id = o.application_id
      where o.opened_at is not null and o.closed_at is null and p.status not in ('scoring', 'scored')`,
  },
];
