/** What must never be seen; each query answers the offending rows. */
export const awardsInvariants = [
  {
    name: 'the awards of a round stay within its pool',
    sql: `select r.call_id from award_round r join award a on a.call_id = r.call_id and a.status in ('proposed', 'in_publicity', 'confirmed', 'accepted')
      group by r.call_id, r.pool_fen having sum(a.amount_fen) > r.pool_fen`,
  },
  {
    name: 'there are no more awards than seats',
    sql: `select r.call_id from award_round r join award a on a.call_id = r.call_id and a.status in ('proposed', 'in_publicity', 'confirmed', 'accepted')
      where r.rule ->> 'maxAwards' is not null group by r.call_id, r.rule having count(*) > (r.rule ->> 'maxAwards')::int`,
  },
  {
    name: 'an award was confirmed only after a notice that was not withdrawn',
    sql: `select a.id from award a left join award_notice n on n.id = a.notice_id
      where a.status in ('confirmed', 'accepted', 'declined') and (n.id is null or n.withdrawn_at is not null or a.publicity_ended_at is null)`,
  },
  {
    name: 'no award was confirmed against an upheld objection',
    sql: `select a.id from award a join award_objection o on o.award_id = a.id where o.status = 'upheld' and a.status <> 'withdrawn'`,
  },
  {
    name: 'what a winner holds is what its application says',
    sql: `select a.id from award a join application p on p.id = a.application_id
      where a.status in ('proposed', 'in_publicity', 'confirmed', 'accepted') and p.status <> 'awarded'`,
  },
];
