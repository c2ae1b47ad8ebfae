/** What must never be seen; each query answers the offending rows. */
export const documentsInvariants = [
  {
    name: 'a document for an organisation names it, one for staff names their place',
    sql: `select id from document where (audience = 'organisation' and organisation_id is null) or (owner_id is not null and audience <> 'public' and node_path is null)`,
  },
];
