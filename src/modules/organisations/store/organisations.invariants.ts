/** What must never be seen; each query answers the offending rows. */
export const organisationsInvariants = [
  {
    name: 'an organisation has one verified bank account at most',
    sql: `select organisation_id from organisation_bank_account where status = 'verified' group by 1 having count(*) > 1`,
  },
  {
    name: 'nobody verified the account that she proposed',
    sql: `select id from organisation_bank_account where decided_by = proposed_by`,
  },
];
