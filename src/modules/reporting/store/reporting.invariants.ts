/** What must never be seen; each query answers the offending rows. */
export const reportingInvariants = [
  {
    name: 'a report has one document at most',
    sql: `select owner_id from document where owner_kind = 'report' group by owner_id having count(*) > 1`,
  },
  {
    name: 'a finished report names its own document under its hash',
    sql: `select r.id from report r left join document d on d.id = r.document_id and d.owner_kind = 'report' and d.owner_id = r.id::text and d.sha256 = r.sha256
      where r.status = 'ready' and d.id is null`,
  },
  {
    name: 'whoever asked is told of the end once',
    sql: `select r.id from report r where r.status in ('ready', 'failed')
      and (select count(*) from outbox o where o.handler like 'PeopleToBeTold>%' and o.handler not like '%>CollectLetters'
        and o.data ->> 'key' = 'report-' || r.status || ':' || r.id || ':' || r.attempt) <> 1`,
  },
  {
    name: 'a report that is waited for has a job that is not given up',
    sql: `select r.id from report r where r.status in ('asked', 'making')
      and not exists (select from outbox o where o.handler = 'reporting.make-report' and o.key = r.id || ':' || r.attempt and o.closed_at is null)`,
  },
];
