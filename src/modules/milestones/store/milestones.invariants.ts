/** What must never be seen; each query answers the offending rows. */
export const milestonesInvariants = [
  {
    name: 'nobody accepted a report of her own organisation',
    sql: `select m.id from milestone m join account_role r on r.account_id = m.decided_by and r.role = 'applicant' and r.subject_id = m.organisation_id
      and r.revoked_at is null and r.granted_at < m.decided_at where m.status = 'accepted'`,
  },
  {
    name: 'a project under contract has its plan',
    sql: `select p.id from project p where p.contract is not null and p.status not in ('opened', 'terminated') and not exists (select from milestone m where m.project_id = p.id)
      and not exists (select from outbox o where o.closed_at is null and o.data ->> 'projectId' = p.id::text)
      and exists (select from call c join call_rulebook b on b.call_id = c.id and b.version = c.rulebook_version where c.id = p.call_id and json_array_length(b.rulebook -> 'milestones') > 0)`,
  },
  {
    name: 'a report that a payment rests on stays accepted',
    sql: `select m.id from milestone m join milestone_reliance r on r.milestone_id = m.id where m.status <> 'accepted'`,
  },
  {
    name: 'a project that is being mended says what, and by when',
    sql: `select p.id from project p where p.status = 'rectifying' and not exists (select from rectification r where r.project_id = p.id and r.status <> 'accepted')`,
  },
];
