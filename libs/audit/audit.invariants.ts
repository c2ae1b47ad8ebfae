/** A statement about the trail that must hold at every moment: the query answers the rows that break it. */
export interface AuditInvariant {
  readonly name: string;
  readonly sql: string;
}

export const auditInvariants: AuditInvariant[] = [
  {
    name: 'seals are numbered from 0 without a gap',
    sql: `select * from (select index, row_number() over (order by index) - 1 as place from audit_seal) seal where index <> place`,
  },
  {
    name: 'a seal holds the hash of its leaf',
    sql: `select seal.index from audit_seal seal left join audit_leaf leaf on leaf.id = seal.leaf_id
      where leaf.content_hash is distinct from seal.leaf_hash`,
  },
  {
    name: 'every link of the chain follows from the one before',
    sql: `select * from (
        select index, chain_hash,
          sha256(coalesce(lag(chain_hash) over (order by index), decode(repeat('00', 32), 'hex')) || leaf_hash) as expected
        from audit_seal
      ) link where chain_hash <> expected`,
  },
  {
    name: 'every node of the tree is the hash of the two below it',
    sql: `with node as (select 0 as level, index, leaf_hash as hash from audit_seal union all select level, index, hash from audit_node)
      select parent.level, parent.index from audit_node parent
        left join node l on l.level = parent.level - 1 and l.index = parent.index * 2
        left join node r on r.level = parent.level - 1 and r.index = parent.index * 2 + 1
      where parent.hash is distinct from sha256('\\x01'::bytea || l.hash || r.hash)`,
  },
  {
    name: 'the tree has every complete node and no other',
    sql: `with size as (select count(*) as n from audit_seal), level as (select generate_series(1, 52)::smallint as level)
      select level.level, count(node.index) from size cross join level left join audit_node node using (level)
      group by level.level, size.n having count(node.index) <> size.n >> level.level`,
  },
  {
    name: 'no leaf has been passed over by the sealing',
    sql: `select leaf.id from audit_leaf leaf
      where not exists (select from audit_seal seal where seal.leaf_id = leaf.id)
        and uuid_extract_timestamp(leaf.id) < (
          select uuid_extract_timestamp(leaf_id) - interval '1 day' from audit_seal order by index desc limit 1)`,
  },
];
