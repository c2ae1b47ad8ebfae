/** What must never be seen; each query answers the offending rows. */
export const applicationsInvariants = [
  {
    name: 'the history of an application ends in its status',
    sql: `select a.id from application a
      where a.status <> coalesce((select h.to_status from application_history h where h.application_id = a.id order by h.step desc limit 1), 'draft')`,
  },
  {
    name: 'what is under review is what was last submitted',
    sql: `select a.id from application a
      where a.status not in ('draft', 'withdrawn', 'returned') and not exists (
        select from application_submission s where s.application_id = a.id and s.number = a.number and s.answers = a.answers
          and s.ordinal = (select max(ordinal) from application_submission l where l.application_id = a.id))`,
  },
  {
    name: 'submissions are counted without gap',
    sql: `select application_id from application_submission group by 1 having max(ordinal) <> count(*)`,
  },
  {
    name: 'numbers of a call have no gap',
    sql: `select n.call_id from application_number n where n.last <> (select count(*) from application a where a.call_id = n.call_id and a.number is not null) + (select count(*) from application_number_ready r where r.call_id = n.call_id)`,
  },
  {
    name: 'nothing was submitted after the deadline, but for corrections',
    sql: `select a.id from application a join call c on c.id = a.call_id
      join application_submission s on s.application_id = a.id and s.ordinal = 1
      where s.submitted_at > c.closes_at + make_interval(secs => c.grace_seconds)`,
  },
  {
    name: 'the tally agrees with what it counts',
    sql: `select coalesce(t.call_id, a.call_id) as call_id from
      (select call_id, node_path, category_key, status, sum(n) as n from application_tally group by 1, 2, 3, 4 having sum(n) <> 0) t
      full join (select call_id, node_path, category_key, status, count(*) as n from application where submitted_at is not null and status <> 'draft' group by 1, 2, 3, 4) a
        using (call_id, node_path, category_key, status)
      where t.n is distinct from a.n`,
  },
  {
    name: 'nothing was submitted for a partner that had not agreed',
    sql: `select a.id from application a join application_consent c on c.application_id = a.id and c.organisation_id = any(a.co_organisation_ids)
      where a.status not in ('draft', 'withdrawn', 'returned') and c.state <> 'agreed' and not (c.state = 'left' and c.answered_at >= (
        select max(s.submitted_at) from application_submission s where s.application_id = a.id))`,
  },
  {
    name: 'nobody was admitted whose partner had left',
    sql: `select a.id from application a join application_consent c on c.application_id = a.id and c.organisation_id = any(a.co_organisation_ids)
      where a.status not in ('draft', 'submitted', 'returned', 'withdrawn', 'ineligible') and c.state = 'left'`,
  },
  {
    name: 'the requests of sites are as many as the application says',
    sql: `select a.id from application a where a.site_requests <> (select count(*) from application_site s where s.application_id = a.id and s.ended_at is null)`,
  },
  {
    name: 'the hash of what a site has answered is that of what stood before it',
    sql: `select id from application_site where content is not null and content_hash <> encode(sha256(convert_to(content, 'UTF8')), 'hex')`,
  },
  {
    name: 'nothing was submitted against a site that had not confirmed, but with its word on paper',
    sql: `select a.id from application a join application_site s on s.application_id = a.id and s.ended_at is null and s.said <> 'confirmed'
      where a.status not in ('draft', 'returned', 'withdrawn') and not exists (
        select from jsonb_each(a.answers) e where jsonb_typeof(e.value) = 'object' and coalesce(jsonb_array_length(nullif(e.value->'site-letter', 'null')), 0) > 0)`,
  },
  {
    name: 'nobody was admitted against a failed rule',
    sql: `select a.id from application a join application_check k on k.application_id = a.id and k.verdict = 'failed'
      where a.status not in ('draft', 'submitted', 'returned', 'withdrawn', 'ineligible')`,
  },
];
