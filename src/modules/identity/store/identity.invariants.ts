/** Rows that must not exist. */
export const identityInvariants: { name: string; sql: string }[] = [
  {
    name: 'an administrator holds no finance role',
    sql: `select a.account_id from account_role a join account_role f using (account_id)
          where a.revoked_at is null and f.revoked_at is null and a.role = 'administrator' and f.role in ('finance_maker', 'finance_approver')`,
  },
  {
    name: 'an auditor holds no other role',
    sql: `select a.account_id from account_role a join account_role o using (account_id)
          where a.revoked_at is null and o.revoked_at is null and a.role = 'auditor' and o.role <> 'auditor'`,
  },
  {
    name: 'no session of a disabled account is open',
    sql: `select s.id from account_session s join account a on a.id = s.account_id where s.ended_at is null and a.status <> 'active'`,
  },
  {
    name: 'a node lies directly below its parent',
    sql: `select n.id from organiser_node n left join organiser_node p on p.id = n.parent_id
          where n.path !~ ('^' || replace(coalesce(p.path, ''), '.', '[.]') || '([a-z0-9]+[.])' || case when p.id is null then '+' else '' end || '$')`,
  },
  {
    name: 'every account has a leaf in the trail',
    sql: `select a.id from account a where not exists (select 1 from audit_leaf l where l.subject_kind = 'account' and l.subject_id = a.id::text)`,
  },
];
