/** What must never be seen; each query answers the offending rows. */
export const callsInvariants = [
  {
    name: 'a published call has the dates and the rules that its readers see',
    sql: `select c.id from call c left join call_rulebook r on r.call_id = c.id and r.version = c.rulebook_version
      where c.published_at is not null and (r.call_id is null or c.opens_at is null or c.closes_at <> (r.rulebook -> 'deadline' ->> 'at')::timestamptz)`,
  },
  {
    name: 'versions of a rulebook have no gap and the last one is in force',
    sql: `select c.id from call c join call_rulebook r on r.call_id = c.id group by c.id
      having max(r.version) <> count(*) or max(r.version) <> c.rulebook_version`,
  },
  {
    name: 'rules changed after publication only with a reason',
    sql: `select call_id, version from call_rulebook where after_publication and coalesce(reason, '') = ''`,
  },
  {
    name: 'a published deadline is later than before only by an extension that two officers made',
    sql: `select after.call_id, after.version from call_rulebook after
      join call_rulebook before on before.call_id = after.call_id and before.version = after.version - 1
      where after.after_publication and after.rulebook -> 'deadline' ->> 'at' <> before.rulebook -> 'deadline' ->> 'at'
        and not exists (select 1 from call_extension e where e.call_id = after.call_id and e.rulebook_version = after.version
          and e.decided_by <> e.proposed_by and e.closes_at = (after.rulebook -> 'deadline' ->> 'at')::timestamptz)`,
  },
  {
    name: 'the history of a call ends in its status',
    sql: `select c.id from call c
      where c.status <> coalesce((select h.to_status from call_history h where h.call_id = c.id order by h.step desc limit 1), 'draft')`,
  },
];
