/** What must never be seen; each query answers the offending rows. */
export const projectsInvariants = [
  { name: 'a project rests on an accepted award of the same sum', sql: `select p.id from project p join award a on a.id = p.award_id where a.status <> 'accepted' or a.amount_fen <> p.awarded_fen` },
  {
    name: 'the history of a project ends in its status',
    sql: `select p.id from project p where p.status <> coalesce((select h.to_status from project_history h where h.project_id = p.id order by h.step desc limit 1), 'opened')`,
  },
  {
    name: 'an archived round has no project under way',
    sql: `select p.id from project p join call c on c.id = p.call_id where c.status = 'archived' and p.status not in ('archived', 'terminated')`,
  },
];
