/** What must never be seen; each query answers the offending rows. */
export const scoringInvariants = [
  {
    name: 'nobody has a live sheet on an application against which she declared a conflict',
    sql: `select s.id from score_sheet s join panel_seat p on p.id = s.seat_id
      join conflict_declaration c on c.account_id = p.account_id and c.application_id = s.application_id
      where s.status <> 'void' and c.verdict <> 'none'`,
  },
  {
    name: 'nobody has scored before declaring',
    sql: `select s.id from score_sheet s join panel_seat p on p.id = s.seat_id
      where not exists (select from conflict_declaration c where c.account_id = p.account_id and c.application_id = s.application_id)`,
  },
  {
    name: 'no member of an applicant has a live sheet on its application',
    sql: `select s.id from score_sheet s join panel_seat p on p.id = s.seat_id join application a on a.id = s.application_id
      join account_role r on r.account_id = p.account_id and r.role = 'applicant' and r.revoked_at is null and r.granted_at < s.saved_at and (r.subject_id = a.organisation_id or r.subject_id = any(a.co_organisation_ids))
      where s.status <> 'void'`,
  },
  {
    name: 'the history of a sheet ends in what it says',
    sql: `select s.id from score_sheet s where not exists (
      select from score_sheet_history h where h.sheet_id = s.id and h.version = s.version and h.status = s.status and h.entries = s.entries)`,
  },
  {
    name: 'sheets of a sealed stage were handed in before it was sealed',
    sql: `select s.id from score_sheet s join panel_seat p on p.id = s.seat_id
      join score_stage t on t.call_id = p.call_id and t.stage_key = p.stage_key
      where t.status = 'sealed' and s.saved_at > t.sealed_at`,
  },
  {
    name: 'the ranking that applications carry is one that was sealed',
    sql: `select r.id from application_ranking r where not exists (select from score_ranking s where s.id = r.id and s.hash = r.manifest_hash)`,
  },
  {
    name: 'an order of equals is settled by the public number of its lot, or by a second person',
    sql: `select id from tie_decision where granted and (ordered_ids is null or (way = 'committee' and settled_by = recorded_by) or (way = 'lot' and public_value is null))`,
  },
  {
    name: 'whatever was opened in an emergency was asked for, granted and reviewed by different people, for a day at most',
    sql: `select id from emergency_access where asked_by = decided_by or asked_by = reviewed_by or decided_by = reviewed_by or open_until > decided_at + interval '24 hours'`,
  },
  {
    name: 'every look in an emergency was taken by whoever asked, while it was open, and stands in the audit trail',
    sql: `select r.id from emergency_reading r join emergency_access a on a.id = r.access_id
      where r.read_by <> a.asked_by or r.read_at < a.decided_at or r.read_at >= a.open_until
        or (select count(*) from audit_leaf l where l.action = 'emergency.looked' and l.facts ->> 'accessId' = a.id::text) <> (select count(*) from emergency_reading o where o.access_id = a.id)`,
  },
];
