import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import { Issue } from '../domain/issue.js';
import { Lookup, type Register } from '../domain/lookup.js';
import { Organisation, type OrganisationId } from '../domain/organisation.js';

/** The newest look into each register, as the rules ask for it. */
export interface NewestLookup {
  readonly register: Register;
  readonly lookedUpOn: string;
  readonly entries: readonly { readonly fromDay: string; readonly untilDay: string | null; readonly what: string }[];
}

/** All that the rules ask about one organisation beside its profile; what was merged into it counts as its own. */
export interface OnRecord {
  readonly debarments: readonly { id: string; fromDay: string; untilDay: string; basis: string; decidedBy: string; liftedAt: string | null }[];
  readonly lookups: readonly NewestLookup[];
  readonly accountVerified: boolean;
  /** Organisations that were merged into this one. */
  readonly doubles: readonly { id: string; stopReason: string | null; stoppedAt: string | null }[];
}

/** One statement: it is asked with every submission of a round. */
const ON_RECORD = `
  with family as (select $1::uuid as id union select id from organisation where merged_into = $1)
  select
    coalesce((select json_agg(json_build_object('id', d.id, 'fromDay', d.from_day, 'untilDay', d.until_day, 'basis', d.basis, 'decidedBy', d.decided_by, 'liftedAt', d.lifted_at)
      order by d.until_day desc) from organisation_debarment d where d.organisation_id in (select id from family)), '[]') as debarments,
    coalesce((select json_agg(l) from (
      select distinct on (register) register, looked_up_on as "lookedUpOn", entries from organisation_lookup
      where organisation_id in (select id from family) order by register, looked_up_on desc, made_at desc, id desc) l), '[]') as lookups,
    exists (select from organisation_bank_account a where a.organisation_id = $1 and a.status = 'verified') as "accountVerified",
    coalesce((select json_agg(json_build_object('id', o.id, 'stopReason', o.stop_reason, 'stoppedAt', o.stopped_at)) from organisation o where o.merged_into = $1), '[]') as doubles`;

/** Names that only differ in width, spaces, brackets and the words that every organisation of a place carries. */
const SIMILAR = `
  select o.id, o.name, o.credit_code as "creditCode", o.node_path as "nodePath" from organisation o
  where o.merged_into is null and o.id <> $2 and (o.name = $1
    or regexp_replace(o.name, '[\\s()（）·—-]', '', 'g') = regexp_replace($1, '[\\s()（）·—-]', '', 'g')
    or (char_length($1) >= 6 and (position($1 in o.name) > 0 or (char_length(o.name) >= 6 and position(o.name in $1) > 0))))
  order by o.name limit 5`;

export interface SimilarOrganisation {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly nodePath: string;
}

/** What was looked up, found wrong and merged. */
@Injectable()
export class RecordStore {
  constructor(private readonly tx: Transaction) {}

  async onRecord(organisationId: string): Promise<OnRecord> {
    const [row] = await this.tx.sql<OnRecord>(ON_RECORD, [organisationId]);
    return row!;
  }

  lookups(organisationIds: readonly string[]): Promise<Lookup[]> {
    return this.tx.reader.getRepository(Lookup).createQueryBuilder('l').where('l.organisation_id = any(:ids)', { ids: [...organisationIds] })
      .orderBy('l.lookedUpOn', 'DESC').addOrderBy('l.madeAt', 'DESC').addOrderBy('l.id', 'DESC').limit(200).getMany();
  }

  async addLookup(lookup: Lookup): Promise<void> {
    await this.tx.manager.insert(Lookup, lookup as never);
  }

  issues(organisationIds: readonly string[]): Promise<Issue[]> {
    return this.tx.reader.getRepository(Issue).createQueryBuilder('i').where('i.organisation_id = any(:ids)', { ids: [...organisationIds] })
      .orderBy('i.raisedAt', 'DESC').addOrderBy('i.id', 'DESC').limit(200).getMany();
  }

  async lockIssue(organisationId: string, id: string): Promise<Issue | null> {
    if (!isId(id)) return null;
    return this.tx.manager.getRepository(Issue).findOne({ where: { id, organisationId: organisationId as OrganisationId }, lock: { mode: 'pessimistic_write' } });
  }

  async addIssue(issue: Issue): Promise<void> {
    await this.tx.manager.insert(Issue, issue);
  }

  async settleIssue({ id, resolution, resolvedBy, resolvedAt }: Issue): Promise<void> {
    await this.tx.manager.update(Issue, { id }, { resolution, resolvedBy, resolvedAt });
  }

  /** Those with the same or nearly the same name. @param exceptId one that is not to be named, itself */
  similar(name: string, exceptId: string): Promise<SimilarOrganisation[]> {
    return this.tx.reader.query(SIMILAR, [name, exceptId]);
  }

  doublesOf(organisationId: string): Promise<Organisation[]> {
    return this.tx.reader.getRepository(Organisation).find({ where: { mergedInto: organisationId as OrganisationId } });
  }
}
