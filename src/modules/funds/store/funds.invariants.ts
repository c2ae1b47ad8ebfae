/** What must never be seen; each query answers the offending rows. */
export const fundsInvariants = [
  {
    name: 'what a project was paid stands in the ledger',
    sql: `select p.id from project p
      left join ledger_account a on a.code = 'round:' || p.call_id || ':paid:' || p.id
      where coalesce((select sum(l.amount) from ledger_posting l where l.account_id = a.id), 0)
        <> coalesce((select sum(t.pay_fen) from tranche t where t.project_id = p.id and t.status in ('paid', 'acknowledged')), 0)
         - coalesce((select sum(r.amount_fen) from fund_return r where r.project_id = p.id), 0)`,
  },
  {
    name: 'a project is never paid more than it was awarded',
    sql: `select t.project_id from tranche t join project p on p.id = t.project_id where t.status in ('paid', 'acknowledged')
      group by t.project_id, p.awarded_fen having sum(t.pay_fen) > p.awarded_fen`,
  },
  {
    name: 'tranches add up to the award',
    sql: `select t.project_id from tranche t join project p on p.id = t.project_id group by t.project_id, p.awarded_fen having sum(t.amount_fen) <> p.awarded_fen`,
  },
  {
    name: 'nobody approved what she prepared or asked for',
    sql: `select id from tranche where approved_by in (prepared_by, requested_by)`,
  },
  {
    name: 'deposits of a round stand in the ledger',
    sql: `select d.call_id from fund_deposit d join ledger_account a on a.code = 'round:' || d.call_id || ':source' group by d.call_id, a.id
      having coalesce(sum(d.amount_fen) filter (where d.status = 'approved'), 0) <> - coalesce((select sum(l.amount) from ledger_posting l where l.account_id = a.id), 0)`,
  },
];
