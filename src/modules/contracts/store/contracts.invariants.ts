/** What must never be seen; each query answers the offending rows. */
export const contractsInvariants = [
  {
    name: 'a signed contract was accepted by every party',
    sql: `select c.id from contract c where c.status = 'signed' and exists (
      select from jsonb_array_elements(c.parties) p where not exists (select from contract_acceptance a where a.contract_id = c.id and a.party_key = p ->> 'key'))`,
  },
  {
    name: 'a project has one contract in force at most',
    sql: `select project_id from contract where status in ('issued', 'signed') group by 1 having count(*) > 1`,
  },
  {
    name: 'a project under contract carries the hash that was signed',
    sql: `select p.id from project p where p.contract is not null
      and not exists (select from contract c where c.id = (p.contract ->> 'contractId')::uuid and c.status = 'signed' and c.sha256 = p.contract ->> 'sha256')`,
  },
];
